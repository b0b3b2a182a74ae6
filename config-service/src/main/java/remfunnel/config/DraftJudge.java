package remfunnel.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.Fault;
import remfunnel.config.document.RecordPaths;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.Field;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Problem;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.FunnelDrafts;

/** Judges a configuration with the very compiler that the transform runs. */
final class DraftJudge {
    private final TopicView<DictionaryEntry> dictionaries;

    DraftJudge(TopicView<DictionaryEntry> dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** The fields that the connector's orders have, those of the account's own among them; no deleted one is offered. */
    Vocabulary vocabulary(String connector) {
        return vocabulary(ownFields(connector).filter(entry -> !entry.getDeleted()));
    }

    private Stream<DictionaryEntry> ownFields(String connector) {
        return dictionaries.values(connector + "/" + DictionaryKind.ORDER_FIELD + "/");
    }

    private static Vocabulary vocabulary(Stream<DictionaryEntry> ownFields) {
        return Vocabulary.standard()
                .withCustomFields(ownFields.map(DraftJudge::field).toList());
    }

    /** As the transform defines it, so that both judge a draft alike: a deleted one keeps its type and loses its title. */
    private static Field field(DictionaryEntry entry) {
        Optional<String> type =
                Optional.ofNullable(entry.getAttributes().get("type")).filter(code -> !code.isEmpty());
        return Field.defined(entry.getId(), entry.getDeleted() ? "" : entry.getName(), type);
    }

    /** The funnel that a configuration makes, if it makes one. */
    Optional<Funnel> compiled(FunnelConfig config) {
        return compile(config) instanceof Compilation.Compiled(var funnel) ? Optional.of(funnel) : Optional.empty();
    }

    private Compilation compile(FunnelConfig config) {
        return new FunnelCompiler(vocabulary(ownFields(config.getConnectorId()))).compile(FunnelDrafts.of(config));
    }

    List<Fault> faults(FunnelConfig config) {
        return switch (compile(config)) {
            case Compilation.Compiled fine -> List.of();
            case Compilation.Refused refused ->
                refused.problems().stream()
                        .map(problem -> fault(problem, config))
                        .toList();
        };
    }

    private static Fault fault(Problem problem, FunnelConfig config) {
        String path = RecordPaths.document(problem.path(), config);
        return new Fault(problem.code(), path, 0, problem.position().orElse(0), problem.message());
    }
}
