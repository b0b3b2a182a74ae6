package remfunnel.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import remfunnel.schemas.SharedSettings;

/** How commands reach a cluster that is not this machine's own: by the same settings as the services, or by a file. */
public final class ClusterSettings {
    private ClusterSettings() {}

    /** What the environment says, read as the services read it. */
    public static SharedSettings ofEnvironment() {
        return of(new StandardEnvironment());
    }

    static SharedSettings of(ConfigurableEnvironment environment) {
        return Binder.get(environment).bindOrCreate("remfunnel", SharedSettings.class);
    }

    /** Properties of a client of these brokers: REMFUNNEL_KAFKA_CLIENT_*, and over them what the file says. */
    public static Map<String, Object> client(String servers, Optional<Path> file) {
        Map<String, Object> all = new HashMap<>(ofEnvironment().kafka().clientProperties());
        all.putAll(file.map(ClusterSettings::read).orElse(Map.of()));
        all.put("bootstrap.servers", servers);
        return all;
    }

    /** A file as Kafka's own tools take it with --command-config. */
    public static Map<String, Object> read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var read = new Properties();
            read.load(reader);
            Map<String, Object> all = new HashMap<>();
            read.forEach((name, value) -> all.put(name.toString(), value));
            return all;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CannotStart(
                    "The file " + file + " of --command-config cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
