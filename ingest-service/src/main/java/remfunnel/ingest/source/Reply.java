package remfunnel.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What became of a call: an answer, or one of four kinds of failure. Messages never hold a secret. */
public sealed interface Reply<T> {
    /** The same reply about another value. */
    <R> Reply<R> map(Function<? super T, ? extends R> change);

    /**
     * The source answered.
     *
     * @param sourceTime the source's own clock when it says it, else ours less a doubt
     * @param took from the request to the end of the answer: what it shows may be as old
     */
    record Answer<T>(T value, Instant sourceTime, Instant answeredAt, Duration took) implements Reply<T> {
        /** A source that does not tell its time may be behind ours: what it calls now is taken to be as long ago. */
        static final Duration DOUBT = Duration.ofMinutes(5);

        /** One that nobody had to be asked for. */
        static <T> Answer<T> at(Instant now, T value) {
            return new Answer<>(value, now, now, Duration.ZERO);
        }

        /** Whether the source said its time. It says whole seconds, so that ours less the doubt is not mistaken for it. */
        public boolean tellsTime() {
            return !sourceTime.equals(answeredAt.minus(DOUBT));
        }

        @Override
        public <R> Reply<R> map(Function<? super T, ? extends R> change) {
            return new Answer<>(change.apply(value), sourceTime, answeredAt, took);
        }
    }

    /** The source did not give what was asked. */
    sealed interface Failure<T> extends Reply<T> {
        String message();

        /** A failure holds no value, so it is one of any other call as well. */
        @SuppressWarnings("unchecked")
        default <R> Failure<R> of() {
            return (Failure<R>) this;
        }

        @Override
        default <R> Reply<R> map(Function<? super T, ? extends R> change) {
            return of();
        }
    }

    /** The key is wrong or was revoked: asking again is of no use until it is replaced. */
    record KeyRefused<T>(String message) implements Failure<T> {}

    /** The key is good, but the tariff or the rights of its employee do not cover the call. */
    record NotAllowed<T>(String message) implements Failure<T> {}

    /** Nothing usable came back, after every retry; later it may. */
    record Unreachable<T>(String message, Optional<Duration> retryAfter) implements Failure<T> {
        public Unreachable(String message) {
            this(message, Optional.empty());
        }
    }

    /** The source understands the address or the request in another way than we do; repeating does not help. */
    record WrongRequest<T>(String message) implements Failure<T> {}
}
