package remfunnel.config.shaping;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import remfunnel.Draft;
import remfunnel.config.LiveTopics;
import remfunnel.config.TopicWriter;
import remfunnel.schemas.Topics;

/** One half-made change a person and connector, on every instance. */
@Component
class Drafts {
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

    Optional<Draft> of(String connector, String owner) {
        return topics.drafts().value(key(connector, owner));
    }

    /** What others have begun, the latest first. */
    List<Draft> beside(String connector, String owner) {
        return topics.drafts()
                .values(connector + "/")
                .filter(draft -> !draft.getOwner().equals(owner))
                .sorted(Comparator.comparing(Draft::getUpdatedAt).reversed())
                .toList();
    }

    void keep(String connector, String owner, DraftDocument document) {
        Draft draft = new Draft(connector, owner, document.revision(), document.json(), clock.instant());
        long offset = writer.write(Topics.DRAFTS, key(connector, owner), draft);
        topics.drafts().accept(key(connector, owner), Optional.of(draft), offset);
    }

    void drop(String connector, String owner) {
        if (of(connector, owner).isPresent()) {
            long offset = writer.remove(Topics.DRAFTS, key(connector, owner));
            topics.drafts().accept(key(connector, owner), Optional.empty(), offset);
        }
    }
}
