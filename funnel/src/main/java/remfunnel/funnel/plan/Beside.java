package remfunnel.funnel.plan;

import java.util.Optional;
import remfunnel.funnel.Judgement;
import remfunnel.funnel.Judgement.Passed;

/** One order as two funnels judge it; before is empty where there is no funnel yet. */
record Beside(Optional<Judgement> before, Judgement after) {
    Optional<Passed> passedBefore() {
        return before.flatMap(Beside::passed);
    }

    Optional<Passed> passedAfter() {
        return passed(after);
    }

    Change change() {
        if (passedBefore().isEmpty()) {
            return passedAfter().isEmpty() ? Change.OUTSIDE : Change.ENTERS;
        }
        return passedAfter().map(after -> change(passedBefore().get(), after)).orElse(Change.LEAVES);
    }

    /** In the sense of {@link Plan#newlyUnmapped}. */
    boolean becomesUnmapped() {
        boolean wasUnmapped =
                passedBefore().map(passed -> passed.stage().isUnmapped()).orElse(false);
        return switch (after) {
            case Passed passed -> passed.stage().isUnmapped() && !wasUnmapped;
            case Judgement.UnmappedDropped dropped -> passedBefore().isPresent() && !wasUnmapped;
            case Judgement.FilteredOut out -> false;
        };
    }

    /** In no stage of the funnel after, which drops such orders. */
    boolean isDropped() {
        return after instanceof Judgement.UnmappedDropped;
    }

    private static Change change(Passed before, Passed after) {
        if (!before.stage().id().equals(after.stage().id())) {
            return Change.MOVES;
        }
        boolean sameAmounts =
                before.revenue().equals(after.revenue()) && before.cost().equals(after.cost());
        return sameAmounts ? Change.STAYS : Change.REVALUED;
    }

    private static Optional<Passed> passed(Judgement judgement) {
        return judgement instanceof Passed passed ? Optional.of(passed) : Optional.empty();
    }
}
