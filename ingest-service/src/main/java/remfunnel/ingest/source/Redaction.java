package remfunnel.ingest.source;

import java.util.List;

/** Lets the source's own words through, without our secrets, line breaks or great length. */
record Redaction(List<Secret> secrets) {
    private static final int LONGEST = 300;

    String of(String words) {
        var safe = words;
        for (var secret : secrets) {
            safe = secret.value().isEmpty() ? safe : safe.replace(secret.value(), "***");
        }
        safe = safe.replaceAll("\\p{Cntrl}+", " ").strip();
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
    }
}
