package remfunnel.transform.query;

import java.time.Instant;
import remfunnel.OrderEvent;
import remfunnel.transform.state.Origin;

/** A record of remonline.orders, with the time the broker knows it by. */
record EventRecord(Origin origin, Instant time, OrderEvent event) {}
