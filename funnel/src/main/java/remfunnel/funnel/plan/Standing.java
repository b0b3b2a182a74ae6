package remfunnel.funnel.plan;

import remfunnel.funnel.Judgement.Passed;

/**
 * The orders of one status at the source. Immutable.
 *
 * @param orders that are known, whether they count or not
 * @param counted those that do
 * @param dropped those that would, were the status in a stage
 */
public record Standing(long orders, Pair counted, Sums dropped) {
    static final Standing NONE = new Standing(0, Pair.NONE, Sums.NONE);

    Standing plus(Beside order) {
        Pair before = order.passedBefore().map(counted::plusBefore).orElse(counted);
        return new Standing(
                orders + 1, order.passedAfter().map(before::plusAfter).orElse(before), dropped);
    }

    Standing plusDropped(Passed order) {
        return new Standing(orders, counted, dropped.plus(order));
    }
}
