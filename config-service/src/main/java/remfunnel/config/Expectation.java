package remfunnel.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a writer believes of the connector: the preconditions of HTTP, read. */
sealed interface Expectation {
    /** If-Match with a revision. */
    record Revision(long revision) implements Expectation {}

    /** If-Match: * */
    record Any() implements Expectation {}

    /** If-None-Match: * */
    record NoneYet() implements Expectation {}

    /** Neither header, or one that is no revision. */
    record Unsaid() implements Expectation {}

    Pattern TAG = Pattern.compile("\"?(\\d{1,18})\"?");

    static Expectation of(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        if (ifMatch.isPresent()) {
            return ifMatch.get().trim().equals("*")
                    ? new Any()
                    : tag(ifMatch.get().trim());
        }
        return ifNoneMatch.filter(header -> header.trim().equals("*")).isPresent() ? new NoneYet() : new Unsaid();
    }

    private static Expectation tag(String header) {
        var matcher = TAG.matcher(header);
        return matcher.matches() ? new Revision(Long.parseLong(matcher.group(1))) : new Unsaid();
    }
}
