package remfunnel.systemtests.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One user of the cluster, as a client's properties tell him. */
record Login(String user, String password, Certificates certificates, String servers) {
    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    Map<String, String> settings() {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas(user, password),
                "ssl.truststore.location",
                certificates.trust().toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD);
    }

    Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(settings());
        client.put("bootstrap.servers", servers);
        return client;
    }

    /** As --command-config takes it. */
    String file() {
        try {
            var file = certificates.directory().resolve(user + ".properties");
            var lines = settings().entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("\n"));
            return Files.writeString(file, lines).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
