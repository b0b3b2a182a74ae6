package remfunnel.funnel.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import remfunnel.funnel.Marker;
import remfunnel.funnel.compact.CompactReader;
import remfunnel.funnel.compact.CompactWriter;

/** A stage history as bytes for a state store: compact, deterministic, versioned by the first byte. */
final class StageHistoryCodec {
    private static final int VERSION = 1;
    private static final int NO_MARKER = 0;

    /** A code each, from 1 on, so that the order of the constants is free. */
    private static final List<Marker> CODES =
            List.of(Marker.INITIAL, Marker.IN_PROGRESS, Marker.SUCCESS, Marker.FAILURE);

    private StageHistoryCodec() {}

    static byte[] encode(StageHistory history) {
        var out = new CompactWriter().octet(VERSION).integer(history.stays().size());
        for (var stay : history.stays()) {
            out.integer(stay.entry())
                    .text(stay.stageId())
                    .integer(stay.position())
                    .octet(stay.marker()
                            .map(marker -> CODES.indexOf(marker) + 1)
                            .orElse(NO_MARKER));
        }
        return out.toBytes();
    }

    static StageHistory decode(byte[] bytes) {
        var in = new CompactReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "a stage history of version " + version + "; this release reads " + VERSION);
        }
        var stays = new ArrayList<Stay>();
        for (long left = in.integer(); left > 0; left--) {
            stays.add(new Stay(
                    Math.toIntExact(in.integer()), in.text(), Math.toIntExact(in.integer()), marker(in.octet())));
        }
        return new StageHistory(stays);
    }

    private static Optional<Marker> marker(int code) {
        return code == NO_MARKER ? Optional.empty() : Optional.of(CODES.get(code - 1));
    }
}
