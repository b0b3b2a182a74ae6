package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How far the source of one connector was read: the content of its checkpoint.
 *
 * @param liveFrom live polling covers every change from here on; history leaves such orders to it
 * @param completeUntil the end of the last whole live window; {@code liveFrom} before there was one
 * @param allSeenUntil up to here no change of an order was hidden from polls by a later change of it; empty before that was sure
 * @param overlap what the next live window reads again
 * @param historyFrom where history ends, going back
 * @param historyUntil history was read from {@code liveFrom} back to here
 * @param life the revision under which this life of the connector began
 */
public record Position(
        String fingerprint,
        Instant liveFrom,
        Instant completeUntil,
        Optional<Instant> allSeenUntil,
        List<Remembered> overlap,
        Instant historyFrom,
        Instant historyUntil,
        HistoryCount history,
        long published,
        boolean withItems,
        long configOffset,
        long life) {
    /** Of a position from before lives were counted: its events belong to whatever life their reader knows. */
    public static final long UNKNOWN_LIFE = -1;

    /** Windows overlap by as much: so far may the source's servers disagree about the time, or be late to show a change. */
    public static final Duration OVERLAP = Duration.ofSeconds(60);

    public Position {
        overlap = List.copyOf(overlap);
    }

    /** A source that nothing was read of. */
    public static Position begin(Connector connector, Instant sourceTime) {
        var liveFrom = sourceTime.truncatedTo(ChronoUnit.SECONDS).minus(OVERLAP);
        var floor = connector.historyFrom();
        return new Position(
                connector.fingerprint(),
                liveFrom,
                liveFrom,
                Optional.empty(),
                List.of(),
                floor,
                liveFrom.isBefore(floor) ? floor : liveFrom,
                HistoryCount.NOTHING,
                0,
                connector.hasItems(),
                connector.configOffset(),
                connector.life());
    }

    /** Whether what was read counts for the connector as it is configured now. */
    public boolean suits(Connector connector) {
        return fingerprint.equals(connector.fingerprint())
                && (withItems || !connector.hasItems())
                && !connector.historyFrom().isBefore(historyFrom);
    }

    /** The same, under a configuration that it suits. */
    public Position under(Connector connector) {
        return new Position(
                fingerprint,
                liveFrom,
                completeUntil,
                allSeenUntil,
                overlap,
                connector.historyFrom(),
                historyUntil,
                history,
                published,
                withItems && connector.hasItems(),
                connector.configOffset(),
                life);
    }

    public boolean isUnder(Connector connector) {
        return configOffset == connector.configOffset() && equals(under(connector));
    }

    public Position configuredAt(long offset) {
        return new Position(
                fingerprint,
                liveFrom,
                completeUntil,
                allSeenUntil,
                overlap,
                historyFrom,
                historyUntil,
                history,
                published,
                withItems,
                offset,
                life);
    }

    Position polledTo(Instant until, boolean allSeen, List<Remembered> again, long events) {
        return new Position(
                fingerprint,
                liveFrom,
                until,
                allSeen ? Optional.of(until) : allSeenUntil,
                again,
                historyFrom,
                historyUntil,
                history,
                published + events,
                withItems,
                configOffset,
                life);
    }

    Position historyTo(Instant until, HistoryCount count, long events) {
        return new Position(
                fingerprint,
                liveFrom,
                completeUntil,
                allSeenUntil,
                overlap,
                historyFrom,
                until,
                count,
                published + events,
                withItems,
                configOffset,
                life);
    }

    /** The moment up to which every change is known, for people; empty before there was a poll. */
    public Optional<Instant> knownUntil() {
        return completeUntil.equals(liveFrom) ? Optional.empty() : Optional.of(completeUntil);
    }

    Instant overlapFrom() {
        var from = completeUntil.minus(OVERLAP);
        return from.isBefore(liveFrom) ? liveFrom : from;
    }

    public boolean historyDone() {
        return !historyUntil.isAfter(historyFrom);
    }
}
