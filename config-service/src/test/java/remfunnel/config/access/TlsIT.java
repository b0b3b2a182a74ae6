package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.config.Service;

/** A browser's login and a change of its page, where TLS ends at the service, at a proxy before it, and nowhere. */
class TlsIT {
    private static final String NAME = "tess";
    private static final String STORE = "of-the-store";
    private static final String ORIGIN = "Origin";
    private static final String STRATEGY = "server.forward-headers-strategy";

    private static Service service;
    private static Path keys;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        service = new Service(directory, Map.of(STRATEGY, "none"));
        keys = directory.resolve("keys.p12");
        makeKeys();
        String made = service.send("PUT", "/api/users/" + NAME, "{\"role\": \"OPERATOR\"}")
                .body();
        new Guest(service.url())
                .settlesIn(NAME, Service.JSON.readTree(made).path("password").asString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** By the JDK's own tool, for this machine alone. */
    private static void makeKeys() throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                STORE);
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private static HttpClient trusting() throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keys.toFile(), STORE.toCharArray()));
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    private static URI overTls(Service instance) {
        return URI.create("https://127.0.0.1:" + instance.url().getPort());
    }

    /** What a login sets; the page that it was made on then changes something. */
    private static List<String> cookies(Guest browser) {
        var answer = browser.logsIn(NAME, Guest.PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(browser.sends("DELETE /api/connectors/none/draft", "").statusCode())
                .isEqualTo(204);
        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(2);
        return answer.headers().allValues("Set-Cookie");
    }

    @Test
    void cookiesOfTheServicesOwnTlsAreSecure() throws GeneralSecurityException, IOException {
        Map<String, String> tls = Map.of(
                "server.ssl.key-store",
                keys.toString(),
                "server.ssl.key-store-password",
                STORE,
                "server.ssl.key-store-type",
                "PKCS12");
        try (var secured = service.another(tls)) {
            URI url = overTls(secured);

            assertThat(cookies(new Guest(url, trusting()).saying(ORIGIN, url.toString())))
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
        }
    }

    @Test
    void cookiesAreSecureBehindAProxyThatEndsTls() {
        try (var proxied = service.another(Map.of(STRATEGY, "native"))) {
            var browser = new Guest(proxied.url())
                    .saying(ORIGIN, overTls(proxied).toString())
                    .saying("X-Forwarded-Proto", "https");

            assertThat(cookies(browser)).allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
        }
    }

    /** A browser would not send it back. */
    @Test
    void cookiesWithoutTlsAreNotSecureAndNobodyMakesThemSo() {
        var plain = new Guest(service.url()).saying(ORIGIN, service.url().toString());

        assertThat(cookies(plain.saying("X-Forwarded-Proto", "https")))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure"));
        assertThat(plain.saying(ORIGIN, overTls(service).toString())
                        .logsIn(NAME, Guest.PASSWORD)
                        .body())
                .contains("FOREIGN_ORIGIN");
    }
}
