package remfunnel.config.openid;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a provider says of somebody, as names and JSON values. */
record Claims(Map<String, Object> values) {
    /** A claim may have dots in its own name, as those that are addresses; only else are they a path. */
    private Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name)).or(() -> walk(values, name));
    }

    private static Optional<Object> walk(Object from, String path) {
        Object at = from;
        for (String step : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(at);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<String> text(String name) {
        return find(name).filter(String.class::isInstance).map(String.class::cast);
    }

    /** One value or many. */
    List<String> texts(String name) {
        return find(name).stream()
                .flatMap(value -> value instanceof Collection<?> many ? many.stream() : List.of(value).stream())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    /** Names and kinds alone: these are somebody's particulars. */
    @Override
    public String toString() {
        return "Claims" + values.keySet();
    }
}
