package remfunnel.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A request: its path without the last slash, and its parameters from query, form or JSON, all alike. */
record Call(String method, String path, Map<String, List<String>> params, Optional<String> bearer, String body) {

    Call {
        path = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    boolean isGet() {
        return method.equals("GET");
    }

    Optional<String> param(String name) {
        return params.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** {@code ids} finds {@code ids[]=1&ids[]=2}. */
    List<String> array(String name) {
        return Stream.of(name + "[]", name)
                .flatMap(key -> params.getOrDefault(key, List.of()).stream())
                .toList();
    }

    static Map<String, List<String>> merged(Map<String, List<String>> one, Map<String, List<String>> other) {
        var merged = new HashMap<>(one);
        other.forEach((name, values) -> merged.merge(name, values, (a, b) -> {
            var both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        }));
        return merged;
    }
}
