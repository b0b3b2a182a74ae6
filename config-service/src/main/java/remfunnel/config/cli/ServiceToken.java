package remfunnel.config.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The token that a command shows: that of the environment, or on this machine that of the one who runs the service. */
public final class ServiceToken {
    private static final String TOKEN = "REMFUNNEL_TOKEN";
    private static final String FILE = "REMFUNNEL_TOKEN_FILE";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServiceToken() {}

    /** The value of the header Authorization, where there is a token. */
    public static Optional<String> authorization(URI service) {
        return find(service, System.getenv()).map(token -> "Bearer " + token);
    }

    /** What to do where one is let in no further. */
    static String advice(URI service, boolean shown) {
        return "config-service at " + service + (shown ? " refuses the token" : " wants a token")
                + ": set " + TOKEN + " or " + FILE + " (an admin makes one with ./remfunnel token create),"
                + " or run this as the one who started ./remfunnel up, on that machine";
    }

    static Optional<String> find(URI service, Map<String, String> environment) {
        return set(environment, TOKEN)
                .map(token -> sound(token, TOKEN))
                .or(() -> set(environment, FILE).map(file -> sound(content(file), FILE)))
                .or(() -> isHere(service)
                        ? OwnersFile.read(port(service))
                                .filter(token -> FORM.matcher(token).matches())
                        : Optional.empty());
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What is no header would be quoted by the one who refuses it. */
    private static String sound(String token, String from) {
        if (!FORM.matcher(token).matches()) {
            throw new CommandFailure(from + " holds no token: one is a single word of letters, digits, - and _");
        }
        return token;
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandFailure(FILE + " names a file that cannot be read: " + file);
        }
    }

    private static boolean isHere(URI service) {
        return LOOPBACK.contains(service.getHost().toLowerCase(Locale.ROOT));
    }

    private static int port(URI service) {
        int usual = service.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return service.getPort() > 0 ? service.getPort() : usual;
    }
}
