package remfunnel.config.document;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML or JSON document that knows its line. */
public sealed interface Node {
    int line();

    /** What people call it. */
    String kind();

    record Mapping(int line, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    record Entry(String key, int line, Node value) {}

    record Items(int line, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param shown the text as the document says it: messages quote it, so that what came from an environment variable is not told
     */
    record Scalar(int line, String text, String shown) implements Node {
        @Override
        public String kind() {
            return "a single value";
        }

        @Override
        public String toString() {
            return "Scalar[line=" + line + ", shown=" + shown + "]";
        }
    }

    record Nothing(int line) implements Node {
        @Override
        public String kind() {
            return "nothing";
        }
    }
}
