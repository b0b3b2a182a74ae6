package remfunnel.config.document;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import remfunnel.funnel.Text;

/** Fills {@code ${env:NAME}} in. What it filled in is never shown: messages go on quoting the name. */
public final class EnvironmentValues {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> environment;
    private final Faults faults;

    private EnvironmentValues(Map<String, String> environment, Faults faults) {
        this.environment = environment;
        this.faults = faults;
    }

    public static Node fill(Node root, Map<String, String> environment, Faults faults) {
        return new EnvironmentValues(environment, faults).fill(root, At.root(root));
    }

    private Node fill(Node node, At at) {
        return switch (node) {
            case Node.Mapping mapping ->
                new Node.Mapping(
                        mapping.line(),
                        mapping.entries().stream()
                                .map(entry -> new Node.Entry(
                                        entry.key(),
                                        entry.line(),
                                        fill(entry.value(), at.key(entry.key(), entry.line()))))
                                .toList());
            case Node.Items list -> new Node.Items(list.line(), filled(list.items(), at));
            case Node.Scalar scalar -> scalar(scalar, at);
            case Node.Nothing nothing -> nothing;
        };
    }

    private List<Node> filled(List<Node> items, At at) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> fill(items.get(i), at.item(i, items.get(i))))
                .toList();
    }

    private Node scalar(Node.Scalar scalar, At at) {
        Matcher matcher = REFERENCE.matcher(scalar.text());
        String text = matcher.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), at)));
        return new Node.Scalar(scalar.line(), text, scalar.shown());
    }

    private String value(String name, At at) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            faults.add(
                    "NO_SUCH_VARIABLE",
                    at,
                    Text.of(
                            "the environment variable " + name + " is not set: " + name + "=… ./remfunnel apply …",
                            "переменная окружения " + name + " не задана"));
        }
        return value;
    }
}
