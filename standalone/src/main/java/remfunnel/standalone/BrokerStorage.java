package remfunnel.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's directory: formatted once, whole or not at all, and looked at before the broker trusts it. */
final class BrokerStorage {
    private final Path directory;

    BrokerStorage(Path directory) {
        this.directory = directory;
    }

    void prepare() {
        try {
            if (Files.exists(directory)) {
                checkFormatted();
            } else {
                formatBesideAndMove();
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The broker's directory " + directory + " cannot be read or written (" + e.getMessage()
                            + "). Mend its permissions or choose another with --data.",
                    e);
        }
    }

    /** A start that dies while it formats leaves only the directory beside, which the next start makes anew. */
    private void formatBesideAndMove() throws IOException {
        Path beside = directory.resolveSibling(directory.getFileName() + ".new");
        deleteAll(beside);
        Files.createDirectories(beside);
        format(beside);
        Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void format(Path where) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setMetadataLogDirectory(where.toString())
                    .addDirectory(where.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void checkFormatted() throws IOException {
        Path meta = directory.resolve("meta.properties");
        if (!Files.isDirectory(directory) || !Files.isRegularFile(meta)) {
            throw broken("it holds no meta.properties");
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(meta)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw broken("meta.properties is garbled");
        }
        for (String needed : new String[] {"version", "cluster.id", "node.id", "directory.id"}) {
            if (properties.getProperty(needed, "").isBlank()) {
                throw broken("meta.properties lacks " + needed);
            }
        }
    }

    private CannotStart broken(String why) {
        return new CannotStart("The broker's directory " + directory + " is broken: " + why
                + ". Restore it from a backup, or move it away to start empty.");
    }

    static void deleteAll(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException e) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
