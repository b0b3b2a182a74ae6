package remfunnel.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the registry's process. */
record RegistryLaunch(Program program, Path data, int port) {
    /** Ctrl-C reaches every process of the terminal: the registry ignores it and goes when its parent has no more use for it. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "registry");

    private static final List<String> SMALL_JVM = List.of(
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=48m");

    /** What the registry's libraries reach for: without the first its threads end in errors, without the second each start warns. */
    private static final List<String> OPENED =
            List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED");

    private static final List<String> QUIET = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dquarkus.banner.enabled=false",
            "-Dquarkus.http.access-log.enabled=false",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=0",
            "-Dquarkus.thread-pool.max-threads=16",
            "-Dquarkus.vertx.event-loops-pool-size=2");

    List<String> command() {
        var command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.addAll(OPENED);
        command.addAll(program.sharedClasses("registry"));
        command.addAll(QUIET);
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(storage());
        command.add("-cp");
        command.add(program.registry().resolve("quarkus-run.jar") + ":" + program.ownClasses());
        command.add(RegistryProcess.class.getName());
        return command;
    }

    /**
     * A database file instead of a topic: the registry then starts beside the broker, not after it. Every commit is written out at once,
     * so a killed registry forgets no id that a record on Kafka may already carry.
     */
    private List<String> storage() {
        return List.of(
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + data.toAbsolutePath().resolve("registry") + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10");
    }

    boolean isInstalled() {
        return Files.isRegularFile(program.registry().resolve("quarkus-run.jar"));
    }
}
