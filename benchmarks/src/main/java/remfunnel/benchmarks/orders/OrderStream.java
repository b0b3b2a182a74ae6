package remfunnel.benchmarks.orders;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import remfunnel.ApiVersion;
import remfunnel.OrderEvent;
import remfunnel.OrderEventKind;
import remfunnel.OrderEventSource;

/** The life of shops as ingest tells it: orders appear and move from status to status, each event later than the one before. */
public final class OrderStream {
    private static final int TEMPLATES = 2_000;
    private static final long FIRST_ID = 60_000_001L;
    private static final long[] STATUSES = {900101, 900102, 900103, 900104, 900105, 900106, 900102, 900107};
    private static final int POLL_SECONDS = 30;

    private final List<OrderTemplate> templates;
    private final List<String> connectors;
    private final byte[] visits;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Instant beginning;
    private long events;

    /**
     * Of shops of the same size.
     *
     * @param connectors their number
     * @param orders of all of them
     */
    public OrderStream(int connectors, int orders) throws IOException, InterruptedException {
        this.templates =
                SamplePayloads.read(TEMPLATES).stream().map(OrderTemplate::new).toList();
        this.connectors =
                IntStream.range(0, connectors).mapToObj(each -> "shop-" + each).toList();
        this.visits = new byte[orders];
        this.beginning = Instant.ofEpochSecond(Instant.now().getEpochSecond());
    }

    public List<String> connectors() {
        return connectors;
    }

    public int orders() {
        return visits.length;
    }

    /** Of the order at a place. */
    public String connector(int place) {
        return connectors.get(place % connectors.size());
    }

    /** Of the order at a place. */
    public long id(int place) {
        return FIRST_ID + place;
    }

    /** Of any order. */
    public OrderEvent next() {
        return of(random.nextInt(visits.length));
    }

    /** Of the order at a place; orders of one place belong to one connector for good. */
    public OrderEvent of(int place) {
        var connector = connector(place);
        var modified = beginning.plusSeconds(++events);
        long status = STATUSES[Math.floorMod(place % 3 + visits[place], STATUSES.length)];
        boolean known = visits[place]++ != 0;
        long id = id(place);
        var payload = templates.get(place % templates.size()).with(id, modified.toEpochMilli(), status);
        return OrderEvent.newBuilder()
                .setConnectorId(connector)
                .setOrderId(id)
                .setKind(OrderEventKind.SNAPSHOT)
                .setSource(OrderEventSource.POLL)
                .setApi(ApiVersion.V1)
                .setModifiedAt(modified)
                .setObservedAt(modified.plusSeconds(2))
                .setChangedAfter(known ? modified.minusSeconds(POLL_SECONDS) : null)
                .setPayload(ByteBuffer.wrap(payload))
                .build();
    }
}
