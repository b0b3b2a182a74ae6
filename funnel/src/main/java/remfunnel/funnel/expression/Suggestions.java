package remfunnel.funnel.expression;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import remfunnel.funnel.EditDistance;
import remfunnel.funnel.Text;

/** "Did you mean": the names nearest to one that nobody knows. */
final class Suggestions {
    private static final int MOST = 3;

    /** Longer names are not compared, so that nothing written costs more than a glance. */
    private static final int LONGEST = 80;

    private record Candidate(String name, int distance) {}

    private Suggestions() {}

    /** A sentence to append, with a space before it, or nothing. */
    static Text after(String wanted, Collection<String> known) {
        List<String> near = near(wanted, known);
        return near.isEmpty()
                ? Text.of("", "")
                : Text.of(
                        " Did you mean " + String.join(" or ", near) + "?",
                        " Возможно, имелось в виду " + String.join(" или ", near) + "?");
    }

    static List<String> near(String wanted, Collection<String> known) {
        String plain = plain(wanted);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return List.of();
        }
        return known.stream()
                .filter(name -> name.length() <= LONGEST)
                .map(name -> new Candidate(name, distance(plain, plain(name))))
                .filter(candidate -> candidate.distance() <= plain.length() / 3)
                .sorted(comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** The first word of a title is near too: the rest is what a bare name cannot hold. */
    private static int distance(String wanted, String known) {
        return known.startsWith(wanted + " ") ? 1 : EditDistance.between(wanted, known);
    }

    private static String plain(String name) {
        return name.replace("[", "").replace("]", "").strip().toLowerCase(Locale.ROOT);
    }
}
