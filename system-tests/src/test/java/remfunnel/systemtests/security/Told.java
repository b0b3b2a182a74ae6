package remfunnel.systemtests.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged about what somebody may not do: by the broker's authorizer, and by clients and services. */
final class Told extends AppenderBase<ILoggingEvent> {
    private static final String LOGGING = "org.springframework.boot.logging.LoggingSystem";
    private static final String AUTHORIZER = "kafka.authorizer.logger";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Before the first service starts; each would set up logging anew, and nobody would listen any more. */
    static Told listen() {
        System.setProperty(LOGGING, "none");
        var told = new Told();
        told.start();
        logger("org.apache.kafka").setLevel(Level.WARN);
        logger(AUTHORIZER).setLevel(Level.INFO);
        logger(AUTHORIZER).setAdditive(false);
        logger(AUTHORIZER).addAppender(told);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(told);
        return told;
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = event.getLoggerName() + ": " + event.getFormattedMessage() + causes(event.getThrowableProxy());
        if (line.contains(" Denied ") || line.contains("uthoriz") || line.contains("uthentication")) {
            lines.add(line);
        }
    }

    private static String causes(IThrowableProxy thrown) {
        return Optional.ofNullable(thrown)
                .map(each -> "; " + each.getMessage() + causes(each.getCause()))
                .orElse("");
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void stop() {
        logger(AUTHORIZER).detachAppender(this);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(this);
        logger("org.apache.kafka").setLevel(null);
        System.clearProperty(LOGGING);
        super.stop();
    }
}
