package remfunnel.config;

import java.util.List;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.Fault;
import remfunnel.config.document.RecordPaths;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.Field;
import remfunnel.funnel.FieldType;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Problem;
import remfunnel.funnel.Text;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.FunnelDrafts;

/** Judges a configuration with the very compiler that the transform runs. */
final class DraftJudge {
    private final TopicView<DictionaryEntry> dictionaries;

    DraftJudge(TopicView<DictionaryEntry> dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** The fields that the connector's orders have, those of the account's own among them. */
    Vocabulary vocabulary(String connector) {
        return Vocabulary.standard()
                .withCustomFields(dictionaries
                        .values(connector + "/" + DictionaryKind.ORDER_FIELD + "/")
                        .filter(entry -> !entry.getDeleted())
                        .map(entry ->
                                Field.custom(entry.getId(), FieldType.TEXT, Text.of(entry.getName(), entry.getName())))
                        .toList());
    }

    List<Fault> faults(FunnelConfig config) {
        FunnelCompiler compiler = new FunnelCompiler(vocabulary(config.getConnectorId()));
        return switch (compiler.compile(FunnelDrafts.of(config))) {
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
