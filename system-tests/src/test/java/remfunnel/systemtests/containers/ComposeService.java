package remfunnel.systemtests.containers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A service of docker-compose.yml, with what its image says where the image is made by our Dockerfile. */
record ComposeService(String name, JsonNode content) {
    private static final Pattern USER = Pattern.compile("(?m)^USER (\\S+)$");
    private static final Pattern HEALTH = Pattern.compile("(?m)^HEALTHCHECK (.*) CMD ");

    /** A folder of the project, or a named volume, that is seen inside. */
    record Mount(String source, String mode) {
        static Mount of(String text) {
            var parts = Arrays.asList(text.split(":", -1));
            return new Mount(parts.size() > 1 ? parts.getFirst() : "", parts.size() > 2 ? parts.get(2) : "rw");
        }

        boolean isVolume() {
            return !source.startsWith(".") && !source.startsWith("/");
        }

        boolean isReadOnly() {
            return mode.equals("ro");
        }
    }

    /** Others do one thing and end. */
    boolean isLongRunning() {
        return text("restart").equals("unless-stopped");
    }

    boolean isOurs() {
        return text("image").startsWith("remfunnel/");
    }

    String text(String field) {
        return content.path(field).asString("");
    }

    List<String> texts(String field) {
        return content.path(field).valueStream().map(JsonNode::asString).toList();
    }

    String user() {
        return Optional.of(text("user"))
                .filter(user -> !user.isEmpty() || !isOurs())
                .orElseGet(() -> found(USER));
    }

    /** How often, how long and how many times its health is asked, by the words that the file has for that. */
    Set<String> healthCheck() {
        var own = content.path("healthcheck");
        return own.isMissingNode() && isOurs()
                ? Pattern.compile("--|=\\S+ ?")
                        .splitAsStream(found(HEALTH).replace("start-period", "start_period"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet())
                : Set.copyOf(own.propertyNames());
    }

    private static String found(Pattern pattern) {
        return pattern.matcher(ComposeFile.text("Dockerfile"))
                .results()
                .reduce((former, last) -> last)
                .orElseThrow()
                .group(1);
    }

    /** A variable without a value is handed on from whoever starts the file. */
    Map<String, Optional<String>> environment() {
        Map<String, Optional<String>> environment = new HashMap<>();
        var own = content.path("environment");
        own.properties()
                .forEach(each -> environment.put(
                        each.getKey(), Optional.of(each.getValue().asString(""))));
        if (own.isArray()) {
            texts("environment").forEach(line -> {
                int end = line.indexOf('=');
                environment.put(
                        end < 0 ? line : line.substring(0, end),
                        end < 0 ? Optional.empty() : Optional.of(line.substring(end + 1)));
            });
        }
        return environment;
    }

    List<Mount> mounts() {
        return texts("volumes").stream().map(Mount::of).toList();
    }

    /** What stands in all that it sees of the project. */
    Stream<String> files() {
        return mounts().stream().filter(mount -> !mount.isVolume()).flatMap(mount -> ComposeFile.texts(mount.source()));
    }

    Stream<Mount> volumes(boolean readOnly) {
        return mounts().stream().filter(mount -> mount.isVolume() && mount.isReadOnly() == readOnly);
    }

    /** What is waited for, and until when. */
    Map<String, String> dependencies() {
        return content.path("depends_on").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().path("condition").asString("")));
    }

    @Override
    public String toString() {
        return name;
    }
}
