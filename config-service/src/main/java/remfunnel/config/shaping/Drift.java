package remfunnel.config.shaping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the source's statuses differ from those that the stages were made of. Nothing moves by itself: this is only told. */
record Drift(List<Moved> appeared, List<Moved> renamed, List<Moved> vanished) {

    /**
     * A status that is not as it was.
     *
     * @param name what it is called, or was called last
     * @param before what it was called, where that is something else
     * @param stage the id of its stage; absent where it is in none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Moved(String id, String name, Optional<String> before, Optional<String> stage) {}

    /**
     * What is compared.
     *
     * @param seen names by id as they were; empty where nobody has yet said what stages they belong to
     * @param there names by id as they are
     * @param gone names by id of those that the source has no more
     * @param stages stage by status id
     */
    record Sides(
            Optional<Map<String, String>> seen,
            Map<String, String> there,
            Map<String, String> gone,
            Map<String, String> stages) {

        private Moved moved(String id, String name, Optional<String> before) {
            return new Moved(id, name, before, Optional.ofNullable(stages.get(id)));
        }

        private Stream<String> known() {
            return seen.stream().flatMap(names -> names.keySet().stream());
        }
    }

    static Drift between(Sides sides) {
        return new Drift(appeared(sides), renamed(sides), vanished(sides));
    }

    /** What has a stage was placed by somebody who knew of it. */
    private static List<Moved> appeared(Sides sides) {
        return sides.seen().stream()
                .flatMap(seen -> new TreeMap<>(sides.there())
                        .entrySet().stream()
                                .filter(entry -> !seen.containsKey(entry.getKey()))
                                .filter(entry -> !sides.stages().containsKey(entry.getKey())))
                .map(entry -> sides.moved(entry.getKey(), entry.getValue(), Optional.empty()))
                .toList();
    }

    private static List<Moved> renamed(Sides sides) {
        return sides.seen().stream()
                .flatMap(seen -> new TreeMap<>(seen)
                        .entrySet().stream()
                                .filter(entry -> sides.there().containsKey(entry.getKey()))
                                .filter(entry ->
                                        !entry.getValue().equals(sides.there().get(entry.getKey())))
                                .map(entry -> sides.moved(
                                        entry.getKey(),
                                        sides.there().get(entry.getKey()),
                                        Optional.of(entry.getValue()))))
                .toList();
    }

    /** Before any name has come nothing is known to be gone. */
    private static List<Moved> vanished(Sides sides) {
        return Stream.concat(sides.known(), sides.stages().keySet().stream())
                .distinct()
                .sorted()
                .filter(id -> !sides.there().isEmpty() && !sides.there().containsKey(id))
                .map(id -> sides.moved(id, lastName(sides, id), Optional.empty()))
                .toList();
    }

    private static String lastName(Sides sides, String id) {
        return Optional.ofNullable(sides.gone().get(id))
                .or(() -> sides.seen().map(names -> names.get(id)))
                .orElse("#" + id);
    }
}
