package remfunnel.funnel.plan;

import java.util.Optional;
import remfunnel.funnel.Order;

/** An order to look at. */
public record Sample(long id, Optional<String> number) {
    static Sample of(Order order) {
        return new Sample(order.id(), order.number());
    }
}
