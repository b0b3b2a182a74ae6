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
    synchronized Optional<Draft> keep(
            String connector, String owner, DraftDocument document, Predicate<OptionalLong> seen) {
        Optional<Draft> former = of(connector, owner);
        if (!seen.test(version(former))) {
            return Optional.empty();
        }
        Draft draft = new Draft(connector, owner, document.revision(), document.json(), after(former));
        long offset = writer.write(Topics.DRAFTS, key(connector, owner), draft);
        topics.drafts().accept(key(connector, owner), Optional.of(draft), offset);
        return Optional.of(draft);
    }

    /** Now, as the topic tells moments; later than the former's, for it is the version. */
    private Instant after(Optional<Draft> former) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return former.map(Draft::getUpdatedAt)
                .map(at -> at.plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    /** Says whether there is none any more: what the caller has not seen stays. */
    synchronized boolean drop(String connector, String owner, Predicate<OptionalLong> seen) {
        Optional<Draft> former = of(connector, owner);
        if (former.isPresent() && seen.test(version(former))) {
            long offset = writer.remove(Topics.DRAFTS, key(connector, owner));
            topics.drafts().accept(key(connector, owner), Optional.empty(), offset);
        }
        return of(connector, owner).isEmpty();
    }
}
