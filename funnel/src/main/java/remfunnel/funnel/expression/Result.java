package remfunnel.funnel.expression;

import java.util.function.Function;

/** What a part of a formula gives: a value, or why there is none. */
sealed interface Result<T> {
    record Known<T>(T value) implements Result<T> {}

    record Failed<T>(Outcome.NoAmount why) implements Result<T> {}

    /** The next step where there is a value; the failure as it is where there is none. */
    default <U> Result<U> then(Function<T, Result<U>> step) {
        return switch (this) {
            case Known<T>(T value) -> step.apply(value);
            case Failed<T>(Outcome.NoAmount why) -> new Failed<>(why);
        };
    }
}
