package remfunnel.config.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import remfunnel.funnel.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads the text of a document into nodes; faults of its syntax are faults like any other. */
public final class NodeReader {
    /** A connector's file goes six deep; what goes much deeper is meant to exhaust the stack. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(32).build();

    private final JsonParser parser;
    private final Faults faults;

    private NodeReader(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    public static Node yaml(String text, Faults faults) {
        var format = YAMLFactory.builder().streamReadConstraints(LIMITS).build();
        return read(format, text, new Reporting(faults, NodeReader::asTheParserSays));
    }

    public static Node json(String text, Faults faults) {
        var format = JsonFactory.builder().streamReadConstraints(LIMITS).build();
        return read(format, text, new Reporting(faults, NodeReader::withoutTheContent));
    }

    /** Where faults go, and how those of the syntax are worded. */
    private record Reporting(Faults faults, Function<JacksonException, Text> wording) {}

    private static Node read(TokenStreamFactory format, String text, Reporting reporting) {
        try (JsonParser parser = format.createParser(ObjectReadContext.empty(), text)) {
            return new NodeReader(parser, reporting.faults()).document();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            reporting
                    .faults()
                    .add("SYNTAX", new At("", line), reporting.wording().apply(e));
            return new Node.Nothing(line);
        }
    }

    private static Text asTheParserSays(JacksonException e) {
        String why = Optional.ofNullable(e.getOriginalMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("");
        return Text.of("cannot be read: " + why, "не читается: " + why);
    }

    /** The parser of JSON quotes what it cannot read, which may be a key or a password that somebody forgot to quote. */
    private static Text withoutTheContent(JacksonException e) {
        int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
        return Text.of(
                "cannot be read: it is not JSON up to column " + column,
                "не читается: это не JSON до столбца " + column);
    }

    private Node document() {
        if (parser.nextToken() == null) {
            return new Node.Nothing(0);
        }
        Node root = node("");
        if (parser.nextToken() != null) {
            fault(
                    "SEVERAL_DOCUMENTS",
                    "",
                    "one document a file, please: a second one starts here",
                    "в файле должен быть один документ, а здесь начинается второй");
        }
        return root;
    }

    private Node node(String path) {
        int line = line();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(path, line);
            case START_ARRAY -> items(path, line);
            case VALUE_NULL -> new Node.Nothing(line);
            default -> scalar(path, line);
        };
    }

    private Node scalar(String path, int line) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            fault(
                    "ALIAS",
                    path,
                    "aliases (*name) are not supported: write the value out",
                    "ссылки (*имя) не поддерживаются: повторите значение");
        }
        String text = parser.getString();
        return new Node.Scalar(line, text, text);
    }

    private Node items(String path, int line) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return new Node.Items(line, items);
    }

    private Node mapping(String path, int line) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            String full = path.isEmpty() ? key : path + "." + key;
            if (!keys.add(key)) {
                fault("REPEATED_KEY", full, "stands twice: keep one", "указан дважды: оставьте один");
            }
            parser.nextToken();
            entries.add(new Node.Entry(key, keyLine, node(full)));
        }
        return new Node.Mapping(line, entries);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private void fault(String code, String path, String en, String ru) {
        faults.add(code, new At(path, line()), Text.of(en, ru));
    }
}
