package remfunnel.config.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Where the token lies that lets the owner of a running service in: one file a port, for his eyes alone. */
public final class OwnersFile {
    private OwnersFile() {}

    private static Path of(int port) {
        return directory().resolve(port + ".token");
    }

    private static Path directory() {
        return Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(state -> state.resolve("remfunnel"))
                .orElse(Path.of(System.getProperty("user.home"), ".local", "state", "remfunnel"));
    }

    /** What is there, as far as one may read it. */
    public static Optional<String> read(int port) {
        try {
            return Optional.of(Files.readString(of(port)).strip());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Whole or not at all, and never for a moment for others to read. */
    public static Path write(int port, String token) {
        Path file = of(port);
        Path draft = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            createDirectory();
            Files.deleteIfExists(draft);
            try (var channel = Files.newByteChannel(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
            }
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The commands' token cannot be written to " + file
                            + ": mend its directory's permissions, or set XDG_STATE_HOME to another",
                    unwritable);
        }
    }

    private static void createDirectory() throws IOException {
        Path directory = directory();
        if (Files.notExists(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Unless another service has taken the place by now. */
    public static void remove(Path file, String token) {
        try {
            if (Files.exists(file) && Files.readString(file).strip().equals(token)) {
                Files.delete(file);
            }
        } catch (IOException gone) {
            // The token is worth nothing any more, wherever it lies.
            return;
        }
    }
}
