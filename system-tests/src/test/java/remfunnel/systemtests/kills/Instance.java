package remfunnel.systemtests.kills;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One of several processes of a service, which can be killed and replaced. */
final class Instance implements AutoCloseable {
    private final Part part;
    private final Place place;
    private final Path directory;
    private final Path log;
    private final int port = FreePort.any();
    private final Map<String, String> settings;
    private ChildProcess process;
    private int starts;

    /**
     * Where it runs.
     *
     * @param name of the machine
     * @param rack that it tells Kafka
     * @param address where it listens
     * @param within the command that puts it there
     */
    record Place(String name, String rack, String address, List<String> within) {}

    Instance(Part part, Place place, Path directory, Path logs, Map<String, String> shared) {
        this.part = part;
        this.place = place;
        this.directory = directory;
        this.log = logs.resolve(part.name().toLowerCase(Locale.ROOT) + '-' + place.name() + ".log");
        this.settings = new HashMap<>(shared);
        settings.put("REMFUNNEL_" + part + "_ADDRESS", place.address());
        settings.put("REMFUNNEL_" + part + "_PORT", Integer.toString(port));
        settings.put("REMFUNNEL_KAFKA_CLIENT_CLIENT_RACK", place.rack());
    }

    Part part() {
        return part;
    }

    Rest rest() {
        return new Rest(place.address(), port);
    }

    /** As on a machine that never ran one: with no state. */
    void start() {
        starts++;
        settings.put("REMFUNNEL_TRANSFORM_STATE_DIR", state().toString());
        process = new ChildProcess(place.within(), settings, log, part.main());
        process.start();
    }

    /** Of transform: what it keeps on its disk. */
    Path state() {
        return directory.resolve("streams-" + place.name() + '-' + starts);
    }

    void kill() {
        process.kill();
    }

    /** One that ended by itself is started again, as whoever supervises it would. */
    boolean isReady() {
        if (!process.isAlive()) {
            process.start();
        }
        return rest().isFine("/actuator/health/readiness");
    }

    @Override
    public void close() {
        Optional.ofNullable(process).ifPresent(ChildProcess::close);
    }
}
