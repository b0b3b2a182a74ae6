package remfunnel.systemtests.upgrades;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A data directory in a file. */
final class Archive {
    /** Of no use to another start: locks, logs, and what the broker and RocksDB tell of themselves. */
    private static final List<String> LEFT_OUT = List.of("lock", ".lock", "LOG", "LOCK");

    private Archive() {}

    static void pack(Path directory, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var found = Files.walk(directory)) {
            out.setLevel(9);
            for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                var name = directory.relativize(file);
                if (!name.startsWith("logs")
                        && !LEFT_OUT.contains(file.getFileName().toString())) {
                    out.putNextEntry(new ZipEntry(name.toString()));
                    Files.copy(file, out);
                }
            }
        }
    }

    static void unpack(Path zip, Path directory) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }
}
