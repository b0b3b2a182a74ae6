package remfunnel.ingest.polling;

import java.time.Duration;
import java.util.Optional;
import remfunnel.ConnectorState;
import remfunnel.ingest.source.Reply;

/** Why a turn ended early, in words for the operator. */
public record Setback(Cause cause, String message, Optional<Duration> retryAfter) {
    /** What kind of thing went wrong, and what that makes of the connector. */
    public enum Cause {
        /** The key is wrong or was revoked. */
        KEY(ConnectorState.KEY_REFUSED, true),
        /** Tariff or rights do not cover the call. */
        RIGHTS(ConnectorState.KEY_REFUSED, true),
        /** The source does not know what it is asked for. */
        REQUEST(ConnectorState.SOURCE_UNREACHABLE, true),
        /** Nothing usable came back. */
        AWAY(ConnectorState.SOURCE_UNREACHABLE, false),
        /** The rows of a window did not add up, however often it was read. */
        TORN(ConnectorState.SOURCE_UNREACHABLE, false);

        private final ConnectorState state;
        private final boolean lasting;

        Cause(ConnectorState state, boolean lasting) {
            this.state = state;
            this.lasting = lasting;
        }
    }

    Setback(Cause cause, String message) {
        this(cause, message, Optional.empty());
    }

    static Setback of(Reply.Failure<?> failure) {
        return switch (failure) {
            case Reply.KeyRefused<?> refused -> new Setback(Cause.KEY, refused.message());
            case Reply.NotAllowed<?> denied -> new Setback(Cause.RIGHTS, denied.message());
            case Reply.WrongRequest<?> wrong -> new Setback(Cause.REQUEST, wrong.message());
            case Reply.Unreachable<?> away -> new Setback(Cause.AWAY, away.message(), away.retryAfter());
        };
    }

    /** The same, saying what was asked for. */
    Setback about(String asked) {
        return new Setback(cause, asked + ": " + message, retryAfter);
    }

    public ConnectorState state() {
        return cause.state;
    }

    /** Whether only a person can change it, so that asking often is of no use. */
    public boolean lasting() {
        return cause.lasting;
    }

    /** Whether it may concern just what was asked for, while other calls succeed. */
    boolean concernsOneCall() {
        return cause == Cause.RIGHTS || cause == Cause.REQUEST;
    }
}
