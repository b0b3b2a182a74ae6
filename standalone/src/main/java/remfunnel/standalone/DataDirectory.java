package remfunnel.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The directory that holds all state, locked for one instance. The lock is the operating system's: a killed owner frees it. */
final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DataDirectory open(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new CannotStart(root + " is a file, not a directory. Choose another place with --data.");
        }
        try {
            create(root);
            return lock(root);
        } catch (IOException e) {
            throw new CannotStart(
                    "The directory " + root + " cannot be written (" + e.getMessage()
                            + "). Mend its permissions, or choose another with --data.",
                    e);
        }
    }

    /** Orders hold their clients' names and phones: they are for the owner's eyes alone. */
    private static void create(Path root) throws IOException {
        if (Files.exists(root)) {
            return;
        }
        Files.createDirectories(root.toAbsolutePath().getParent());
        Files.createDirectory(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static DataDirectory lock(Path root) throws IOException {
        Path file = root.resolve("lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel).isEmpty()) {
            channel.close();
            throw new CannotStart(
                    "Another remfunnel (process " + Files.readString(file).strip() + ") runs on " + root
                            + ". Stop it first, or choose another directory with --data.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new DataDirectory(root, channel);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    Path root() {
        return root;
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path registry() {
        return root.resolve("registry");
    }

    Path streams() {
        return root.resolve("streams");
    }

    Path simulatedShop() {
        return root.resolve("shop.journal");
    }

    Path keyset() {
        return root.resolve("secrets").resolve("keyset.json");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
