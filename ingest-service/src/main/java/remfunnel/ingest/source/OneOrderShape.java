package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.util.Optional;
import remfunnel.ingest.source.OrderShape.Row.Lacking;
import remfunnel.ingest.source.OrderShape.Row.Whole;

/** Reads an order that was asked for by its id: wrapped or bare; empty data says that there is none. */
record OneOrderShape(OrderShape order, long id) implements BodyShape<Optional<RawOrder>> {
    private static final int EMPTY_OBJECT = 2;

    @Override
    public Optional<RawOrder> read(Envelope envelope) throws MalformedBody {
        var row = row(envelope);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var found = switch (order.read(row.get())) {
            case Whole readable -> readable.order();
            case Lacking lacking -> throw new MalformedBody(lacking.order().words());
        };
        if (found.id() != id) {
            throw new MalformedBody("order %d where order %d was asked for".formatted(found.id(), id));
        }
        return Optional.of(found);
    }

    private static Optional<ByteBuffer> row(Envelope envelope) throws MalformedBody {
        if (envelope.head().has("id")) {
            return Optional.of(envelope.whole());
        }
        if (envelope.data().isEmpty() && !envelope.head().path("data").isNull()) {
            throw new MalformedBody("an answer about an order without data");
        }
        if (envelope.rows().size() > 1) {
            throw new MalformedBody("%d orders where one was asked for"
                    .formatted(envelope.rows().size()));
        }
        return envelope.rows().stream()
                .filter(row -> row.remaining() > EMPTY_OBJECT)
                .findFirst();
    }
}
