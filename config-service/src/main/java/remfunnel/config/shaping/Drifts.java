package remfunnel.config.shaping;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.StageSettings;
import remfunnel.StatusesSeen;
import remfunnel.config.LiveTopics;
import remfunnel.config.StagesWritten;
import remfunnel.config.TopicWriter;
import remfunnel.schemas.Topics;

/** Remembers the source's statuses whenever stages are made of them, and says what has become of them. */
@Component
class Drifts implements StagesWritten {
    private final LiveTopics topics;
    private final TopicWriter writer;
    private final Clock clock;

    Drifts(LiveTopics topics, TopicWriter writer, Clock clock) {
        this.topics = topics;
        this.writer = writer;
        this.clock = clock;
    }

    /** What is only renamed or paused says nothing of the statuses. */
    @Override
    public void written(Optional<FunnelConfig> former, FunnelConfig config, String by) {
        Map<String, String> stages = stages(config);
        if (!stages.isEmpty() && !former.map(Drifts::stages).equals(Optional.of(stages))) {
            see(config.getConnectorId(), by);
        }
    }

    void see(String connector, String by) {
        var seen = new StatusesSeen(connector, names(connector, false), clock.instant(), by);
        long offset = writer.write(Topics.STATUSES_SEEN, connector, seen);
        topics.statusesSeen().accept(connector, Optional.of(seen), offset);
    }

    Drift of(FunnelConfig config) {
        String id = config.getConnectorId();
        return Drift.between(new Drift.Sides(
                topics.statusesSeen().value(id).map(StatusesSeen::getNames),
                names(id, false),
                names(id, true),
                stages(config)));
    }

    private Map<String, String> names(String connector, boolean deleted) {
        return topics.dictionaries()
                .values(connector + "/" + DictionaryKind.STATUS + "/")
                .filter(entry -> entry.getDeleted() == deleted)
                .collect(Collectors.toMap(DictionaryEntry::getId, DictionaryEntry::getName));
    }

    /** Stage by status. */
    private static Map<String, String> stages(FunnelConfig config) {
        List<StageSettings> stages = config.getStages();
        return stages.stream()
                .flatMap(stage -> stage.getStatusIds().stream().map(id -> Map.entry(String.valueOf(id), stage.getId())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }
}
