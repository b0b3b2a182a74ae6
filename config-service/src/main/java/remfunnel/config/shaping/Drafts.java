package remfunnel.config.shaping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import remfunnel.Draft;
import remfunnel.config.LiveTopics;
import remfunnel.config.TopicWriter;
import remfunnel.schemas.Topics;

/** One half-made change a person and connector, on every instance. */
@Component
class Drafts {
    /** Who has not touched a draft for so long is not changing anything just now. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private static final int LOCKS = 64;

    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
    private final LiveTopics topics;
    private final TopicWriter writer;
    private final Clock clock;

    Drafts(LiveTopics topics, TopicWriter writer, Clock clock) {
        this.topics = topics;
        this.writer = writer;
        this.clock = clock;
    }

    private static String key(String connector, String owner) {
        return connector + "/" + owner;
    }

    /** Grows with each change of a person's draft of a connector. */
    static long version(Draft draft) {
        return draft.getUpdatedAt().toEpochMilli();
    }

    private static OptionalLong version(Optional<Draft> draft) {
        return draft.map(Drafts::version).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    Optional<Draft> of(String connector, String owner) {
        return topics.drafts().value(key(connector, owner));
    }

    /** What others are changing, the latest first. */
    List<Draft> beside(String connector, String owner) {
        Instant forgotten = clock.instant().minus(FORGOTTEN);
        return topics.drafts()
                .values(connector + "/")
                .filter(draft -> !draft.getOwner().equals(owner))
                .filter(draft -> draft.getUpdatedAt().isAfter(forgotten))
                .sorted(Comparator.comparing(Draft::getUpdatedAt).reversed())
                .toList();
    }

    /** Empty where the writer has not seen what is there: in another window it was changed meanwhile. */
    Optional<Draft> keep(String connector, String owner, DraftDocument document, Predicate<OptionalLong> seen) {
        String key = key(connector, owner);
        synchronized (lockOf(key)) {
            Optional<Draft> former = of(connector, owner);
            if (!seen.test(version(former))) {
                return Optional.empty();
            }
            Draft draft = new Draft(connector, owner, document.revision(), document.json(), after(former));
            long offset = writer.write(Topics.DRAFTS, key, draft);
            topics.drafts().accept(key, Optional.of(draft), offset);
            return Optional.of(draft);
        }
    }

    /** One that writes waits for the broker: others' drafts do not wait with it. */
    private Object lockOf(String key) {
        return locks[Math.floorMod(key.hashCode(), locks.length)];
    }

    /** Now, as the topic tells moments; later than the former's, for it is the version. */
    private Instant after(Optional<Draft> former) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return former.map(Draft::getUpdatedAt)
                .map(at -> at.plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    /**
     * Says whether there is none any more: what the caller has not seen stays.
     *
     * @param isKnownToCaller whether he has seen one: it goes too where this instance has not heard of it yet
     */
    boolean drop(String connector, String owner, Predicate<OptionalLong> seen, boolean isKnownToCaller) {
        String key = key(connector, owner);
        synchronized (lockOf(key)) {
            Optional<Draft> former = of(connector, owner);
            boolean isDropped = seen.test(version(former));
            if (isDropped && (former.isPresent() || isKnownToCaller)) {
                long offset = writer.remove(Topics.DRAFTS, key);
                topics.drafts().accept(key, Optional.empty(), offset);
            }
            return isDropped;
        }
    }
}
