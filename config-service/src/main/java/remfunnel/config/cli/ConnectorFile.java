package remfunnel.config.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import remfunnel.config.document.ConnectorReader;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.EnvironmentValues;
import remfunnel.config.document.Fault;
import remfunnel.config.document.Faults;
import remfunnel.config.document.Lines;
import remfunnel.config.document.Node;
import remfunnel.config.document.NodeReader;
import remfunnel.config.document.References;

/** A connector's YAML file, with what its environment variables say filled in. */
final class ConnectorFile {
    private static final long LONGEST = 1024 * 1024;

    private final Path path;
    private final Node root;

    private ConnectorFile(Path path, Node root) {
        this.path = path;
        this.root = root;
    }

    static ConnectorFile read(Path path, Map<String, String> environment) {
        return read(path, environment, root -> root);
    }

    /** For those who need no key: a variable that holds it need not be set. */
    static ConnectorFile withoutKey(Path path, Map<String, String> environment) {
        return read(path, environment, root -> without(root, "source", "api-key"));
    }

    private static Node without(Node node, String... path) {
        if (!(node instanceof Node.Mapping mapping)) {
            return node;
        }
        String[] rest = Arrays.copyOfRange(path, 1, path.length);
        return new Node.Mapping(
                mapping.line(),
                mapping.entries().stream()
                        .filter(entry -> rest.length > 0 || !entry.key().equals(path[0]))
                        .map(entry -> entry.key().equals(path[0])
                                ? new Node.Entry(entry.key(), entry.line(), without(entry.value(), rest))
                                : entry)
                        .toList());
    }

    private static ConnectorFile read(Path path, Map<String, String> environment, UnaryOperator<Node> needed) {
        Faults faults = new Faults();
        Node root = needed.apply(NodeReader.yaml(text(path), faults));
        root = EnvironmentValues.fill(root, environment, faults);
        ConnectorFile file = new ConnectorFile(path, root);
        if (!faults.none()) {
            throw file.refused(faults.list());
        }
        return file;
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > LONGEST) {
                throw new CommandFailure(path + " is longer than 1 MiB: is it a connector's file?");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + path);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(path + " is not UTF-8");
        } catch (IOException e) {
            throw new CommandFailure(path + " cannot be read: " + e.getMessage());
        }
    }

    ConnectorReading.Read connector(References references) {
        return switch (ConnectorReader.file(root, references)) {
            case ConnectorReading.Read read -> read;
            case ConnectorReading.Misread misread -> throw refused(misread.faults());
        };
    }

    /** Every fault with its line: those that came from the service know only the path. */
    CommandFailure refused(List<Fault> faults) {
        String lines = faults.stream().map(this::line).collect(Collectors.joining("\n"));
        return new CommandFailure("Nothing was changed: the file has mistakes.\n" + lines);
    }

    private String line(Fault fault) {
        int line = fault.line() > 0 ? fault.line() : Lines.of(root, fault.path());
        String place = line > 0 ? path + ":" + line + ": " : path + ": ";
        return place
                + (fault.path().isEmpty() ? "" : fault.path() + ": ")
                + fault.message().en();
    }
}
