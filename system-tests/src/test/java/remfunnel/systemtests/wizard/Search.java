package remfunnel.systemtests.wizard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for a secret, as it is and as it is often written, and for a word that is known to be there, lest it look at nothing. */
final class Search {
    private final List<String> secrets;
    private final String word;
    private final List<String> found = new ArrayList<>();
    private final Map<String, Long> searched = new TreeMap<>();
    private final Map<String, Boolean> seen = new TreeMap<>();

    Search(String word, String... secrets) {
        this.word = word;
        this.secrets = Stream.of(secrets).flatMap(Search::spellings).toList();
    }

    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String wide = new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return Stream.concat(Stream.of(secret, hex, hex.toUpperCase(Locale.ROOT), wide), inBase64(bytes));
    }

    /** Wherever in a longer text it stands: without the letters at its ends, which its neighbours have a part in. */
    private static Stream<String> inBase64(byte[] secret) {
        return IntStream.range(0, 3).mapToObj(before -> {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            return text.substring(4, text.length() - 2);
        });
    }

    /** Of a kind of place, at one of them. */
    void in(String kind, String place, byte[] what) {
        String text = new String(what, StandardCharsets.ISO_8859_1);
        secrets.stream().filter(text::contains).forEach(secret -> found.add(kind + " " + place + ": " + secret));
        searched.merge(kind, (long) what.length, Long::sum);
        seen.merge(kind, text.contains(word), Boolean::logicalOr);
    }

    void in(String kind, String place, String what) {
        in(kind, place, what.getBytes(StandardCharsets.UTF_8));
    }

    List<String> found() {
        return List.copyOf(found);
    }

    /** Bytes by kind of place. */
    Map<String, Long> searched() {
        return Map.copyOf(searched);
    }

    boolean sawTheWordIn(String kind) {
        return seen.getOrDefault(kind, false);
    }
}
