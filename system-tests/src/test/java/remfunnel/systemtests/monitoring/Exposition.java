package remfunnel.systemtests.monitoring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a service shows to Prometheus: each metric's name, without the endings of a summary, with the labels it has. */
final class Exposition {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+?)(?:_count|_sum)?(?:\\{([^}]*)})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private Exposition() {}

    static String of(URI service, String authorization) {
        var request = HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                .header("Authorization", authorization)
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(service + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (Exception away) {
            throw new IllegalStateException(away);
        }
    }

    static Map<String, Set<String>> labels(String text) {
        var metrics = new TreeMap<String, Set<String>>();
        SERIES.matcher(text).results().forEach(series -> {
            var labels = metrics.computeIfAbsent(series.group(1), name -> new TreeSet<>());
            if (series.group(2) != null) {
                LABEL.matcher(series.group(2))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(labels::add);
            }
        });
        return metrics;
    }
}
