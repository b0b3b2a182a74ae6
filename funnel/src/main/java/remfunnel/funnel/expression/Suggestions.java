package remfunnel.funnel.expression;

import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
        return known.startsWith(wanted + " ") ? 1 : edits(wanted, known);
    }

    /** The Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private static String plain(String name) {
        return name.replace("[", "").replace("]", "").strip().toLowerCase(Locale.ROOT);
    }
}
