package remfunnel.systemtests.security;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import remfunnel.standalone.LocalRegistry;

/** The real registry, that answers whom it knows, over TLS; its plain port is this machine's, and answers whether it is up. */
final class SecuredRegistry implements AutoCloseable {
    static final String USER = "remfunnel";
    static final String PASSWORD = "of-the-registry";

    private final LocalRegistry registry;
    private final int port = SecuredBroker.freePort();

    SecuredRegistry(Path directory, Certificates certificates) throws Exception {
        Path settings = Files.writeString(certificates.directory().resolve("registry.properties"), """
                quarkus.http.ssl-port=%d
                quarkus.http.ssl.certificate.key-store-file=%s
                quarkus.http.ssl.certificate.key-store-password=%s
                quarkus.http.auth.basic=true
                quarkus.http.auth.permission.all.paths=/apis/*
                quarkus.http.auth.permission.all.policy=authenticated
                quarkus.http.auth.permission.up.paths=/apis/registry/v3/system/info
                quarkus.http.auth.permission.up.policy=permit
                quarkus.security.users.embedded.plain-text=true
                quarkus.security.users.embedded.users.%s=%s
                quarkus.security.users.embedded.roles.%s=sr-developer
                """.formatted(
                        port, certificates.keys(), Certificates.PASSWORD, USER, PASSWORD, USER));
        registry = LocalRegistry.launch(
                directory,
                directory.resolve("registry.log"),
                SecuredBroker.freePort(),
                Map.of("SMALLRYE_CONFIG_LOCATIONS", settings.toString()));
    }

    SecuredRegistry awaitReady() {
        registry.awaitReady();
        return this;
    }

    String url() {
        return "https://localhost:" + port;
    }

    @Override
    public void close() {
        registry.close();
    }
}
