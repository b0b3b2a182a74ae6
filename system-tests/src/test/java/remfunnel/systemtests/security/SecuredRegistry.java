package remfunnel.systemtests.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import remfunnel.standalone.LocalRegistry;

/** The real registry, that answers whom it knows, over TLS; its plain port is this machine's, and answers whether it is up. */
final class SecuredRegistry implements AutoCloseable {
    static final String USER = "remfunnel";
    static final String PASSWORD = "of-the-registry";

    private final LocalRegistry registry;
    private final Certificates certificates;
    private final int port = SecuredBroker.freePort();

    SecuredRegistry(Path directory, Certificates certificates) throws Exception {
        this.certificates = certificates;
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

    /** By a program that trusts its certificate, with a password or without a login. */
    int statusOfAsking(Optional<String> password) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + "/apis/registry/v3/groups"));
        password.map(each -> USER + ":" + each)
                .map(login -> Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(login -> request.header("Authorization", "Basic " + login));
        try (var http =
                HttpClient.newBuilder().sslContext(certificates.trusting()).build()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}
