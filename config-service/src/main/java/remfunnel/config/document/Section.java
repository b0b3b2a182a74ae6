package remfunnel.config.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import remfunnel.funnel.Text;

/** A mapping of a document, read key by key; what is wrong is collected, and reading goes on. */
final class Section {
    private final At at;
    private final Node.Mapping mapping;
    private final Faults faults;

    private Section(At at, Node.Mapping mapping, Faults faults) {
        this.at = at;
        this.mapping = mapping;
        this.faults = faults;
    }

    static Section of(Node node, At at, Faults faults, List<String> known) {
        Node.Mapping mapping = node instanceof Node.Mapping it ? it : new Node.Mapping(node.line(), List.of());
        if (!(node instanceof Node.Mapping)) {
            String keys = String.join(", ", known);
            faults.add(
                    "NOT_A_MAPPING",
                    at,
                    Text.of(
                            "must be a mapping with the keys " + keys + ", but is " + node.kind(),
                            "здесь нужны ключи: " + keys));
        }
        Section section = new Section(at, mapping, faults);
        mapping.entries().stream()
                .filter(entry -> !known.contains(entry.key()))
                .forEach(entry -> section.unknown(entry, known));
        return section;
    }

    private void unknown(Node.Entry entry, List<String> known) {
        String all = String.join(", ", known);
        Optional<String> meant = Spelling.closest(entry.key(), known);
        faults.add(
                "UNKNOWN_KEY",
                at.key(entry.key(), entry.line()),
                Text.of(
                        "is no key of this place; "
                                + meant.map(it -> "did you mean " + it + "? ").orElse("") + "known: " + all,
                        "нет такого ключа; "
                                + meant.map(it -> "может быть, " + it + "? ").orElse("") + "есть: " + all));
    }

    At at() {
        return at;
    }

    At at(String key) {
        return at.key(key, mapping.entry(key).map(Node.Entry::line).orElse(at.line()));
    }

    /** Empty where the key is missing or says nothing. */
    Optional<Node> node(String key) {
        return mapping.entry(key).map(Node.Entry::value).filter(value -> !(value instanceof Node.Nothing));
    }

    Optional<Node.Scalar> scalar(String key) {
        return node(key).flatMap(value -> asScalar(value, at(key), faults));
    }

    static Optional<Node.Scalar> asScalar(Node value, At at, Faults faults) {
        if (value instanceof Node.Scalar scalar) {
            return Optional.of(scalar);
        }
        faults.add(
                "NOT_A_VALUE",
                at,
                Text.of("must be a single value, but is " + value.kind(), "здесь нужно одно значение"));
        return Optional.empty();
    }

    Optional<String> text(String key) {
        return scalar(key).map(Node.Scalar::text).filter(text -> !text.isBlank());
    }

    String required(String key, String example) {
        Optional<String> text = text(key);
        if (text.isEmpty()
                && node(key).filter(value -> !(value instanceof Node.Scalar)).isEmpty()) {
            faults.add(
                    "MISSING",
                    at(key),
                    Text.of(
                            "is missing; for example: " + key + ": " + example,
                            "не указано; например: " + key + ": " + example));
        }
        return text.orElse("");
    }

    boolean flag(String key, boolean otherwise) {
        return scalar(key).map(scalar -> flag(key, scalar)).orElse(otherwise);
    }

    private boolean flag(String key, Node.Scalar scalar) {
        if (!List.of("true", "false").contains(scalar.text().toLowerCase(Locale.ROOT))) {
            refuse("NOT_A_FLAG", key, scalar, Text.of("must be true or false", "должно быть true или false"));
        }
        return Boolean.parseBoolean(scalar.text());
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
        return scalar(key).flatMap(scalar -> {
            List<E> all = List.of(words.getEnumConstants());
            Optional<E> found = all.stream()
                    .filter(word -> Words.of(word).equals(scalar.text()))
                    .findFirst();
            if (found.isEmpty()) {
                String known = String.join(", ", all.stream().map(Words::of).toList());
                refuse(
                        "UNKNOWN_WORD",
                        key,
                        scalar,
                        Text.of("must be one of " + known, "должно быть одно из: " + known));
            }
            return found;
        });
    }

    /** The value that a reader of texts gives; what it cannot read is a fault with the given code and what would be right. */
    <T> Optional<T> parsed(String key, Function<String, Optional<T>> reader, String code, Text right) {
        return scalar(key).flatMap(scalar -> {
            Optional<T> value = reader.apply(scalar.text());
            if (value.isEmpty()) {
                refuse(code, key, scalar, right);
            }
            return value;
        });
    }

    private void refuse(String code, String key, Node.Scalar scalar, Text right) {
        faults.add(
                code,
                at(key),
                Text.of("'" + scalar.shown() + "': " + right.en(), "«" + scalar.shown() + "»: " + right.ru()));
    }

    Optional<Section> section(String key, List<String> known) {
        return node(key).map(value -> of(value, at(key), faults, known));
    }

    /** A mapping whose keys are names of the writer's own. */
    Optional<Section> anyKeys(String key) {
        return node(key).map(value -> {
            List<String> keys = value instanceof Node.Mapping it
                    ? it.entries().stream().map(Node.Entry::key).toList()
                    : List.of("…");
            return of(value, at(key), faults, keys);
        });
    }

    <T> List<T> list(String key, BiFunction<Node, At, Stream<T>> reader) {
        return node(key).map(value -> items(value, at(key), reader)).orElse(List.of());
    }

    private <T> List<T> items(Node value, At where, BiFunction<Node, At, Stream<T>> reader) {
        if (!(value instanceof Node.Items list)) {
            faults.add(
                    "NOT_A_LIST",
                    where,
                    Text.of(
                            "must be a list, as in [a, b], but is " + value.kind(),
                            "здесь нужен список, например [a, b]"));
            return List.of();
        }
        return IntStream.range(0, list.items().size())
                .boxed()
                .flatMap(i -> reader.apply(
                        list.items().get(i), where.item(i, list.items().get(i))))
                .toList();
    }

    Stream<Node.Entry> entries() {
        return mapping.entries().stream();
    }
}
