package remfunnel.simulator;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Turns an HTTP request into a call. */
final class CallReader {
    private static final String BEARER = "Bearer ";

    private CallReader() {}

    static Call read(Request request) throws IOException {
        var uri = request.getHttpURI();
        var body = Content.Source.asString(request, StandardCharsets.UTF_8);
        var query = uri.getQuery() == null ? "" : uri.getQuery();
        var bearer = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
        var params = Call.merged(pairs(query), inBody(body));
        return new Call(request.getMethod(), uri.getCanonicalPath(), params, bearer, body);
    }

    private static Map<String, List<String>> inBody(String body) {
        return body.stripLeading().startsWith("{") ? fields(body) : pairs(body);
    }

    private static Map<String, List<String>> fields(String json) {
        var fields = new HashMap<String, List<String>>();
        Json.read(json)
                .ifPresent(object -> object.properties().forEach(field -> {
                    if (field.getValue().isValueNode()) {
                        fields.put(field.getKey(), List.of(field.getValue().asString()));
                    }
                }));
        return fields;
    }

    private static Map<String, List<String>> pairs(String encoded) {
        var pairs = new HashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
