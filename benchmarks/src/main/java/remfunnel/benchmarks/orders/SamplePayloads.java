package remfunnel.benchmarks.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Orders as v1 of the API returns them, byte for byte, read from the simulator. */
public final class SamplePayloads {
    private static final int PAGE = 50;

    private SamplePayloads() {}

    /** Of a shop of so many orders. */
    public static List<byte[]> read(int orders) throws IOException, InterruptedException {
        var options = SimulatorOptions.defaults().orders(orders).requestsPerSecond(0);
        try (var simulator = Simulator.start(options);
                var client = HttpClient.newHttpClient()) {
            var token = token(client, simulator.baseUrl());
            List<byte[]> payloads = new ArrayList<>();
            for (int page = 1; (page - 1) * PAGE < orders; page++) {
                payloads.addAll(
                        rows(get(client, simulator.baseUrl().resolve("/order/?page=" + page + "&token=" + token))));
            }
            return payloads;
        }
    }

    private static String token(HttpClient client, URI base) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/token/new?api_key=" + SimulatorOptions.DEFAULT_KEY))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray()).body();
        return new JsonMapper().readTree(answer).get("token").asString();
    }

    private static byte[] get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** The members of {@code data}, cut out of the page as they stand in it. */
    private static List<byte[]> rows(byte[] page) {
        List<byte[]> rows = new ArrayList<>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), page)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                // The list's own members come before or behind its rows.
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                rows.add(Arrays.copyOfRange(
                        page, from, (int) parser.currentLocation().getByteOffset()));
            }
        }
        return rows;
    }
}
