package remfunnel.config.document;

import java.util.List;
import java.util.Optional;

/** Finds the line of a file that a path into its document stands on. */
public final class Lines {
    private Lines() {}

    /** The line of the deepest part of the path that the document has. */
    public static int of(Node root, String path) {
        Node here = root;
        int line = root.line();
        for (String step : List.of(path.replace("[", ".[").split("\\.", -1))) {
            Optional<Node.Entry> next = step(here, step);
            if (next.isEmpty()) {
                return line;
            }
            line = next.get().line();
            here = next.get().value();
        }
        return line;
    }

    private static Optional<Node.Entry> step(Node here, String step) {
        if (here instanceof Node.Mapping mapping) {
            return mapping.entry(step);
        }
        if (here instanceof Node.Items list && step.startsWith("[")) {
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            return list.items().stream().skip(index).findFirst().map(item -> new Node.Entry(step, item.line(), item));
        }
        return Optional.empty();
    }
}
