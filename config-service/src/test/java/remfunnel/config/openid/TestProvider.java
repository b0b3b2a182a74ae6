package remfunnel.config.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import remfunnel.config.Service;

/**
 * A provider of OpenID Connect, small but not pretended: its documents go over HTTP, its tokens are signed, and it refuses a wrong secret,
 * a wrong PKCE verifier, another redirect URI and a code that was used. It asks nobody for a password: the next who comes is whom the test
 * names. That products behave so too is not seen here.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "remfunnel";
    public static final String SECRET = "provider-secret-9f31c7";

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** All that nobody but the two sides may see. */
    public final List<String> secrets = new CopyOnWriteArrayList<>(List.of(SECRET));

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile RSAKey key = newKey();
    private volatile Map<String, Object> person = Map.of();
    private volatile Map<String, Object> onRequest = Map.of();
    private volatile Function<JWTClaimsSet, String> signing = this::signed;

    public TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        answers("/.well-known/openid-configuration", any -> discovery());
        answers("/keys", any -> new JWKSet(key).toPublicJWKSet().toJSONObject());
        answers("/userinfo", any -> onRequest);
        answers("/token", this::token);
        server.createContext("/authorize", this::authorize);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who logs in next, as the ID token tells him; honestly signed. */
    public TestProvider expects(Map<String, Object> claims) {
        person = claims;
        onRequest = Map.of("sub", claims.get("sub"));
        signing = this::signed;
        return this;
    }

    /** What is told of him only where it is asked for. */
    public void tellsOnRequest(Map<String, Object> claims) {
        onRequest = claims;
    }

    /** What the next token is instead of an honest one. */
    public void signs(Function<JWTClaimsSet, String> other) {
        signing = other;
    }

    public void changesKeys() {
        key = newKey();
    }

    /** With a key of a stranger who says that it is the provider's. */
    public String forged(JWTClaimsSet claims) {
        return signed(claims, newKey(), key.getKeyID());
    }

    /** As it should be. */
    public String signed(JWTClaimsSet claims) {
        return signed(claims, key, key.getKeyID());
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String id) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        secrets.add(code);
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private Map<String, Object> token(HttpExchange exchange) {
        Map<String, String> given = parameters(text(exchange));
        Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
        String login = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Map.of("error", "invalid_client");
        }
        if (asked == null
                || !asked.get("redirect_uri").equals(given.get("redirect_uri"))
                || !asked.get("code_challenge").equals(challenge(given.get("code_verifier")))) {
            return Map.of("error", "invalid_grant");
        }
        String token = signing.apply(claims(asked.get("nonce")));
        String access = UUID.randomUUID().toString();
        secrets.addAll(List.of(token, access, given.get("code_verifier"), asked.get("nonce")));
        return Map.of("access_token", access, "token_type", "Bearer", "id_token", token);
    }

    private JWTClaimsSet claims(String nonce) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .claim("iat", Instant.now().getEpochSecond())
                .claim("exp", Instant.now().plus(LIFE).getEpochSecond())
                .claim("nonce", nonce);
        person.forEach(claims::claim);
        return claims.build();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of a query or a form. */
    public static Map<String, String> parameters(String encoded) {
        return Stream.of(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String text(HttpExchange exchange) {
        try {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answers(String path, Function<HttpExchange, Map<String, Object>> answer) {
        server.createContext(path, exchange -> {
            Map<String, Object> said = answer.apply(exchange);
            byte[] body = Service.JSON.writeValueAsBytes(said);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.containsKey("error") ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** What the next browser that comes with this address is led to. */
    public URI follow(URI authorization) {
        return Redirects.of(authorization);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
