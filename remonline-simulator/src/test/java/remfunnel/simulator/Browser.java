package remfunnel.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client over real HTTP. */
final class Browser {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final OkHttpClient http =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final Simulator simulator;

    Browser(Simulator simulator) {
        this.simulator = simulator;
    }

    /** What came back. */
    record Reply(int status, String body, String type, String date, String retryAfter) {
        JsonNode json() {
            return MAPPER.readTree(body);
        }
    }

    Reply get(String path) {
        return call(new Request.Builder().url(simulator.baseUrl() + path));
    }

    Reply bearer(String path) {
        return call(new Request.Builder()
                .url(simulator.baseUrl() + path)
                .header("Authorization", "Bearer " + SimulatorOptions.DEFAULT_KEY));
    }

    Reply form(String path, String name, String value) {
        var form = new FormBody.Builder().add(name, value).build();
        return call(new Request.Builder().url(simulator.baseUrl() + path).post(form));
    }

    Reply json(String method, String path, String body) {
        var json = RequestBody.create(body, MediaType.get("application/json"));
        return call(new Request.Builder().url(simulator.baseUrl() + path).method(method, json));
    }

    String token() {
        return form("/token/new", "api_key", SimulatorOptions.DEFAULT_KEY)
                .json()
                .path("token")
                .asString();
    }

    /** All rows of a v1 list, page after page as long as rows come. */
    List<JsonNode> v1Pages(String path) {
        var rows = new ArrayList<JsonNode>();
        for (int page = 1; ; page++) {
            var data = bearer(path + (path.contains("?") ? "&" : "?") + "page=" + page)
                    .json()
                    .path("data");
            if (data.isEmpty()) {
                return rows;
            }
            data.forEach(rows::add);
        }
    }

    private Reply call(Request.Builder request) {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Reply(
                    response.code(),
                    response.body().string(),
                    response.header("Content-Type", ""),
                    response.header("Date", ""),
                    response.header("Retry-After", ""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
