package remfunnel.config.document;

import java.util.Optional;
import java.util.regex.Pattern;
import remfunnel.DictionaryKind;
import remfunnel.funnel.Text;

/** Makes ids of what a document names. */
@FunctionalInterface
public interface References {
    Pattern ID = Pattern.compile("\\d{1,18}");

    /** The id, or what to tell the writer. */
    sealed interface Found {
        record Id(String id) implements Found {}

        record None(String code, Text message) implements Found {}
    }

    Found find(DictionaryKind kind, Node.Scalar name);

    /** For those who know no names: an id must be an id. */
    static References idsOnly() {
        return (kind, name) -> new Found.None(
                "NOT_AN_ID",
                Text.of(
                        "'" + name.shown() + "' must be an id; ./remfunnel apply resolves names",
                        "«" + name.shown() + "»: нужен id; имена понимает ./remfunnel apply"));
    }

    /** For a first look, before names are known: every name counts as a made-up id. */
    static References anything() {
        return (kind, name) -> new Found.Id("0");
    }

    default Optional<String> id(DictionaryKind kind, Node.Scalar scalar, At at, Faults faults) {
        if (ID.matcher(scalar.text()).matches()) {
            return Optional.of(scalar.text());
        }
        return switch (find(kind, scalar)) {
            case Found.Id found -> Optional.of(found.id());
            case Found.None none -> {
                faults.add(none.code(), at, none.message());
                yield Optional.empty();
            }
        };
    }
}
