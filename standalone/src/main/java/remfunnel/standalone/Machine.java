package remfunnel.standalone;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.SharedSettings.TopicSettings;
import remfunnel.schemas.TopicSetup;

/** Starts the parts of one machine in their order, what can be started side by side at once. */
record Machine(DataDirectory data, Ports ports, Screen screen, OpenParts parts) {
    /**
     * Every part that is started is left in {@code parts}, also when a later one fails.
     *
     * @param wished settings of the services, where the environment has none
     * @return the password of the first user, where this start made it
     */
    Optional<String> start(Map<String, String> wished) {
        LocalRegistry.stopOrphan(data.registry());
        ports.checkFree();
        var registry = parts.add(LocalRegistry.launch(data.registry(), data.log("registry"), ports.registry()));
        screen.step("broker", () -> parts.add(LocalBroker.start(data.kafka(), ports.kafka())));
        screen.step("registry", registry::awaitReady);
        screen.step("topics", this::prepareTopics);
        var services = parts.add(new Services());
        services.start(ServiceSettings.of(this, wished), screen);
        return services.firstPassword();
    }

    private SharedSettings prepareTopics() {
        var settings = settings();
        TopicSetup.ensure(settings);
        new SchemaCheck(settings.registry()).ensureAccepted();
        CredentialCipher.createOrLoad(data.keyset());
        return settings;
    }

    private SharedSettings settings() {
        var kafka = new KafkaSettings(bootstrapServers(), Map.of());
        var registry = new RegistrySettings(URI.create(registryUrl()), null, null);
        return new SharedSettings(kafka, registry, new TopicSettings(partitions(), null, null), null, data.keyset());
    }

    /** As the services will read it: what they check is what was made. */
    private static Integer partitions() {
        String wished = System.getenv("REMFUNNEL_TOPICS_PARTITIONS");
        try {
            return wished == null || wished.isBlank() ? null : Integer.valueOf(wished.strip());
        } catch (NumberFormatException noNumber) {
            throw new CannotStart("REMFUNNEL_TOPICS_PARTITIONS is '" + wished + "'; it is a number from 1 to 1000.");
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    String registryUrl() {
        return "http://127.0.0.1:" + ports.registry();
    }
}
