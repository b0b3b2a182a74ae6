package remfunnel.benchmarks.transform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.orders.OrderStream;
import remfunnel.benchmarks.orders.SampleShop;
import remfunnel.schemas.Topics;

/** Asks the transform what people ask it, one question after the other: some twenty explanations a second, every two seconds a plan. */
final class Questions implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final int EXPLANATIONS_A_PLAN = 40;
    private static final int HTTP_OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch end = new CountDownLatch(1);
    private final String connectors;
    private final OrderStream orders;
    private final byte[] draft;
    private final Thread asker;
    private long answered;

    private Questions(int port, OrderStream orders, byte[] draft) {
        this.connectors = "http://localhost:" + port + "/internal/connectors/";
        this.orders = orders;
        this.draft = draft;
        this.asker = Thread.ofPlatform().name("questions").daemon().unstarted(this::ask);
    }

    /** @param port of the transform */
    static Questions ask(int port, Cluster cluster, OrderStream orders) {
        try (var drafts = cluster.records().serializer(Topics.CONFIG)) {
            byte[] draft = drafts.serialize(Topics.CONFIG.name(), SampleShop.regrouped(orders.connector(0)));
            var questions = new Questions(port, orders, draft);
            questions.asker.start();
            return questions;
        }
    }

    private void ask() {
        try {
            for (int n = 0; answered == 0 || !end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); n++) {
                ask(n % EXPLANATIONS_A_PLAN == EXPLANATIONS_A_PLAN - 1 ? plan() : explain(n % orders.orders()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException lost) {
            throw new IllegalStateException("the transform does not answer", lost);
        }
    }

    /** Of an order that it has not read yet it knows nothing: that is an answer, but none that costs. */
    private void ask(HttpRequest question) throws IOException, InterruptedException {
        if (client.send(question, BodyHandlers.discarding()).statusCode() == HTTP_OK) {
            answered++;
        }
    }

    private HttpRequest explain(int place) {
        return HttpRequest.newBuilder(URI.create(connectors + orders.connector(place) + "/orders/" + orders.id(place)))
                .build();
    }

    private HttpRequest plan() {
        return HttpRequest.newBuilder(URI.create(connectors + orders.connector(0) + "/plan"))
                .POST(BodyPublishers.ofByteArray(draft))
                .build();
    }

    /** How many were answered; at least one. */
    long end() throws InterruptedException {
        end.countDown();
        asker.join();
        return answered;
    }

    @Override
    public void close() {
        asker.interrupt();
        client.close();
    }
}
