package remfunnel.funnel.plan;

/**
 * The orders of one status at the source. Immutable.
 *
 * @param orders that are known, whether they count or not
 * @param counted those that do
 */
public record Standing(long orders, Pair counted) {
    static final Standing NONE = new Standing(0, Pair.NONE);

    Standing plus(Beside order) {
        Pair before = order.passedBefore().map(counted::plusBefore).orElse(counted);
        return new Standing(
                orders + 1, order.passedAfter().map(before::plusAfter).orElse(before));
    }
}
