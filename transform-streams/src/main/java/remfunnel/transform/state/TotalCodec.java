package remfunnel.transform.state;

import remfunnel.funnel.compact.CompactReader;
import remfunnel.funnel.compact.CompactWriter;
import remfunnel.funnel.totals.Total;

/** A total as bytes, versioned by the first one. */
final class TotalCodec {
    private static final int VERSION = 1;

    private TotalCodec() {}

    static byte[] encode(Total total) {
        return new CompactWriter()
                .octet(VERSION)
                .integer(total.orders())
                .integer(total.entered())
                .decimal(total.revenue())
                .decimal(total.cost())
                .integer(total.withoutRevenue())
                .integer(total.withoutCost())
                .toBytes();
    }

    static Total decode(byte[] bytes) {
        var in = new CompactReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw Packing.ofAnotherRelease(version, VERSION);
        }
        return new Total(in.integer(), in.integer(), in.decimal(), in.decimal(), in.integer(), in.integer());
    }
}
