package remfunnel.systemtests.security;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import remfunnel.config.ConfigApplication;
import remfunnel.ingest.IngestApplication;
import remfunnel.schemas.CredentialCipher;
import remfunnel.transform.TransformApplication;

/** The three services, each with a login of its own and told of it by settings alone. */
final class SecuredPipeline implements AutoCloseable {
    static final List<String> USERS = List.of("ingest", "transform", "config", "bi", "ops", "operator");

    private static final String ANY_PORT = "--server.port=0";

    private final Certificates certificates;
    private final SecuredRegistry registry;
    private final SecuredBroker broker;
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private ConfigurableApplicationContext transform;
    private String url = "";

    SecuredPipeline(Path directory) throws Exception {
        certificates = Certificates.make(directory);
        registry = new SecuredRegistry(directory.resolve("registry"), certificates);
        broker = new SecuredBroker(directory.resolve("kafka"), certificates);
        CredentialCipher.createOrLoad(keyset());
        registry.awaitReady();
        makeUsers();
    }

    void startServices() {
        startTransform();
        var config = start(
                ConfigApplication.class,
                "config",
                ANY_PORT,
                "--remfunnel.config.owner-token=true",
                "--remfunnel.transform.url=" + urlOf(transform));
        url = urlOf(config);
        start(IngestApplication.class, "ingest", ANY_PORT);
    }

    void startTransform() {
        String port = transform == null ? "0" : portOf(transform);
        transform = start(TransformApplication.class, "transform", "--server.port=" + port);
    }

    void stopTransform() {
        services.remove(transform);
        transform.close();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    SecuredRegistry registry() {
        return registry;
    }

    /** Where the commands speak to. */
    String url() {
        return url;
    }

    Login login(String user) {
        return new Login(user, "password-of-" + user, certificates, bootstrapServers());
    }

    Login admin() {
        return new Login(SecuredBroker.ADMIN, SecuredBroker.ADMIN_PASSWORD, certificates, bootstrapServers());
    }

    private void makeUsers() throws Exception {
        List<UserScramCredentialAlteration> made = new ArrayList<>();
        for (String user : USERS) {
            made.add(new UserScramCredentialUpsertion(
                    user,
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                    login(user).password()));
        }
        try (var admin = Admin.create(admin().client())) {
            admin.alterUserScramCredentials(made).all().get();
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        settings(name).forEach((setting, value) -> arguments.add("--" + setting + "=" + value));
        var context = new SpringApplicationBuilder(application)
                .properties(Map.of("spring.config.name", name, "spring.jmx.enabled", "false"))
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
        services.add(context);
        return context;
    }

    private Map<String, String> settings(String user) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "remfunnel.kafka.bootstrap-servers", bootstrapServers(),
                "remfunnel.registry.url", registry.url(),
                "remfunnel.keyset-file", keyset().toString(),
                "remfunnel.topics.partitions", "2",
                "remfunnel.remonline.requests-per-second", "0",
                "remfunnel.transform.threads", "1",
                "remfunnel.transform.state-dir",
                        certificates.directory().resolve("streams").toString()));
        settings.putAll(clients(user));
        return settings;
    }

    /** The login to both, as a service or a command is given it. */
    private Map<String, String> clients(String user) {
        Map<String, String> settings = new HashMap<>();
        login(user).settings().forEach((name, value) -> settings.put("remfunnel.kafka.client." + name, value));
        Map.of(
                        "apicurio.registry.auth.username", SecuredRegistry.USER,
                        "apicurio.registry.auth.password", SecuredRegistry.PASSWORD,
                        "apicurio.registry.tls.truststore.location",
                                certificates.trust().toString(),
                        "apicurio.registry.tls.truststore.password", Certificates.PASSWORD,
                        "apicurio.registry.tls.truststore.type", "PKCS12")
                .forEach((name, value) -> settings.put("remfunnel.registry.client." + name, value));
        return settings;
    }

    /** What docs/operations.md says that a command is to be told. */
    Map<String, String> environment(String user) {
        Map<String, String> settings = clients(user);
        settings.put("remfunnel.kafka.bootstrap.servers", bootstrapServers());
        settings.put("remfunnel.registry.url", registry.url());
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().replace('.', '_').toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    private static String urlOf(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + portOf(service);
    }

    private static String portOf(ConfigurableApplicationContext service) {
        return service.getEnvironment().getProperty("local.server.port");
    }

    private Path keyset() {
        return certificates.directory().resolve("keyset.json");
    }

    @Override
    public void close() {
        services.reversed().forEach(ConfigurableApplicationContext::close);
        broker.close();
        registry.close();
    }
}
