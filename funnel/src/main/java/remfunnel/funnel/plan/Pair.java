package remfunnel.funnel.plan;

import remfunnel.funnel.Judgement;

/** The same orders' figures before and after. Immutable. */
public record Pair(Sums before, Sums after) {
    public static final Pair NONE = new Pair(Sums.NONE, Sums.NONE);

    Pair plusBefore(Judgement.Passed order) {
        return new Pair(before.plus(order), after);
    }

    Pair plusAfter(Judgement.Passed order) {
        return new Pair(before, after.plus(order));
    }
}
