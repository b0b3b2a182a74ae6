package remfunnel.config.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import remfunnel.funnel.EditDistance;

/** Guesses what a mistyped word was meant to be. */
final class Spelling {
    private Spelling() {}

    static Optional<String> closest(String word, Collection<String> known) {
        int tolerated = Math.max(1, Math.min(3, word.length() / 3));
        return known.stream()
                .filter(candidate -> EditDistance.between(word, candidate) <= tolerated)
                .min(Comparator.comparingInt((String candidate) -> EditDistance.between(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
