package remfunnel.ingest.polling;

import java.util.function.Function;

/** What came of a step that needs the source: a value, or a setback that ends the turn. */
public sealed interface Attempt<T> {
    /** The step succeeded. */
    record Got<T>(T value) implements Attempt<T> {
        @Override
        public <R> Attempt<R> then(Function<? super T, Attempt<R>> step) {
            return step.apply(value);
        }
    }

    /** The source did not play along; what was read so far in this turn does not count. */
    record Missed<T>(Setback setback) implements Attempt<T> {
        @Override
        public <R> Attempt<R> then(Function<? super T, Attempt<R>> step) {
            return new Missed<>(setback);
        }
    }

    /** The next step, which may fail as well. */
    <R> Attempt<R> then(Function<? super T, Attempt<R>> step);

    /** The next step, which cannot fail. */
    default <R> Attempt<R> map(Function<? super T, ? extends R> step) {
        return then(value -> new Got<>(step.apply(value)));
    }
}
