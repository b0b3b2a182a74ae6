package remfunnel.funnel;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;

/** What of a source's settings can be judged without asking the source. */
final class SourceCheck {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
    private static final Instant FIRST_HISTORY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_HISTORY = Instant.parse("2100-01-01T00:00:00Z");

    private SourceCheck() {}

    static void check(SourceDraft source, Problems problems) {
        source.baseUrl()
                .ifPresent(url -> problems.require(
                        isSchemeAndHost(url),
                        "source.base_url",
                        "BAD_BASE_URL",
                        Text.of(
                                "a base URL is scheme and host without a path, such as https://api.remonline.app",
                                "базовый адрес — схема и узел без пути, например https://api.remonline.app")));
        problems.require(
                source.pollInterval().compareTo(SHORTEST_INTERVAL) >= 0
                        && source.pollInterval().compareTo(LONGEST_INTERVAL) <= 0,
                "source.poll_interval_ms",
                "BAD_POLL_INTERVAL",
                Text.of(
                        "polling happens every second at most and once a day at least",
                        "опрос — не чаще раза в секунду и не реже раза в сутки"));
        source.historyFrom()
                .ifPresent(from -> problems.require(
                        !from.isBefore(FIRST_HISTORY) && from.isBefore(LAST_HISTORY),
                        "source.history_from",
                        "BAD_HISTORY_START",
                        Text.of(
                                "history starts between the years 2000 and 2100",
                                "история начинается между 2000 и 2100 годом")));
    }

    private static boolean isSchemeAndHost(String url) {
        try {
            var uri = new URI(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && url.equals(
                            uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException noUrl) {
            return false;
        }
    }
}
