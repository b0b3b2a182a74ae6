package remfunnel.transform.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import remfunnel.FunnelConfig;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.Field;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Problem;
import remfunnel.funnel.Vocabulary;
import remfunnel.schemas.FunnelDrafts;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.transform.state.OwnFields;

/** Says what the bytes of a configuration are worth. A pure function of them and of the definitions of fields. */
final class ConfigCheck {
    private static final int MAX_MESSAGE = 8_000;

    private final RecordReader<FunnelConfig> reader;

    ConfigCheck(RecordReader<FunnelConfig> reader) {
        this.reader = reader;
    }

    /** What a configuration turned out to be. */
    sealed interface Result {
        record Valid(FunnelConfig config, Funnel funnel) implements Result {}

        /** The message names every problem. */
        record Invalid(String message) implements Result {}

        record Undecodable(String reason) implements Result {}

        /** Something later is known of the connector already. */
        record Past() implements Result {}

        default boolean isValid() {
            return this instanceof Valid;
        }
    }

    Result check(String connector, byte[] bytes, OwnFields fields) {
        return switch (reader.read(bytes)) {
            case Reading.Undecodable<FunnelConfig>(var reason) -> new Result.Undecodable(reason);
            case Reading.Decoded<FunnelConfig>(var config) -> check(connector, config, fields);
        };
    }

    private static Result check(String connector, FunnelConfig config, OwnFields fields) {
        if (!config.getConnectorId().equals(connector)) {
            return new Result.Invalid("connector_id is not the record's key '" + connector + "': they must be equal / "
                    + "connector_id не совпадает с ключом записи '" + connector + "': они должны быть равны");
        }
        return switch (new FunnelCompiler(vocabulary(fields)).compile(FunnelDrafts.of(config))) {
            case Compilation.Compiled(var funnel) -> new Result.Valid(config, funnel);
            case Compilation.Refused(var problems) -> new Result.Invalid(message(problems));
        };
    }

    private static Vocabulary vocabulary(OwnFields fields) {
        return Vocabulary.standard()
                .withCustomFields(fields.byName().entrySet().stream()
                        .map(each -> field(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Field field(String name, OwnFields.Definition definition) {
        return Field.defined(
                name, definition.title(), Optional.of(definition.type()).filter(code -> !code.isEmpty()));
    }

    private static String message(List<Problem> problems) {
        var all = problems.stream().map(ConfigCheck::line).collect(Collectors.joining("\n"));
        return all.length() <= MAX_MESSAGE
                ? all
                : all.substring(0, MAX_MESSAGE) + "…\n(" + problems.size() + " problems in all / всего проблем: "
                        + problems.size() + ")";
    }

    private static String line(Problem problem) {
        var at = problem.position().isPresent() ? " @" + problem.position().getAsInt() : "";
        return problem.path() + at + ": " + problem.message().en() + " / "
                + problem.message().ru();
    }
}
