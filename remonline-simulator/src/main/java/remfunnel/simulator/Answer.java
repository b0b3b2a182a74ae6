package remfunnel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back to the client. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";

    static Answer json(int status, Object body) {
        return new Answer(status, JSON, Json.text(body), Map.of());
    }

    static Answer ok(Object body) {
        return json(200, body);
    }

    static Answer html(int status, String title) {
        var page = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body><center><h1>" + title
                + "</h1></center></body>\r\n</html>\r\n";
        return new Answer(status, "text/html", page, Map.of());
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    Answer withBody(String other) {
        return new Answer(status, contentType, other, headers);
    }
}
