package remfunnel.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends what broker and services log into one rolling file. Must come before the first logger: the settings are read once. The services'
 * own set-up of logging is off, for three in one process would each undo the others'.
 */
final class ProcessLog {
    private static final String FORMAT = "REMFUNNEL_LOG_FORMAT";
    private static final List<String> JSON = List.of("ecs", "logstash", "gelf");

    private ProcessLog() {}

    /** Of a command that only asks. A machine that is started after it decides anew, as long as nothing was logged. */
    static void quiet() {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        leaveToUs();
    }

    static void into(Path root, boolean alsoOnTheTerminal) {
        System.setProperty(
                "remfunnel.log.file", root.resolve("logs").resolve("remfunnel").toString());
        lines(Optional.ofNullable(System.getenv(FORMAT)).filter(value -> !value.isBlank()));
        System.setProperty(
                "logback.configurationFile", alsoOnTheTerminal ? "logback-up-verbose.xml" : "logback-up.xml");
        leaveToUs();
    }

    private static void lines(Optional<String> format) {
        format.filter(value -> !JSON.contains(value)).ifPresent(wrong -> {
            throw new CannotStart(FORMAT + " is '" + wrong + "'; it would be one of " + String.join(", ", JSON)
                    + ", or nothing for text.");
        });
        System.setProperty("remfunnel.log.lines", format.isPresent() ? "json" : "text");
        System.setProperty("remfunnel.log.format", format.orElse(""));
    }

    private static void leaveToUs() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }
}
