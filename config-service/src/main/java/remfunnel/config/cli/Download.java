package remfunnel.config.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An export on its way from config-service to where it was wanted. */
final class Download {
    private static final String BROKEN_OFF =
            "the export broke off and is incomplete: export again, or see the log of config-service";

    private final InputStream body;
    private final ExportProgress progress;

    Download(InputStream body, ExportProgress progress) {
        this.body = body;
        this.progress = progress;
    }

    void to(PrintStream console) throws IOException {
        copy(body, console);
    }

    void to(Path file) {
        try (WholeFiles files = new WholeFiles()) {
            copyTo(file, body, files);
            files.keep();
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be written: " + e.getMessage());
        }
    }

    /** Exactly the files of these names come out of the ZIP, or none. */
    void unpackTo(Path directory, Set<String> names) {
        try (WholeFiles files = new WholeFiles()) {
            Files.createDirectories(directory);
            Set<String> missing = new TreeSet<>(names);
            ZipInputStream zip = new ZipInputStream(body);
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (!missing.remove(entry.getName())) {
                    throw new CommandFailure(
                            "what answers there is not config-service: it sent a file that was not asked for");
                }
                progress.nextFile();
                copyTo(directory.resolve(entry.getName()), zip, files);
            }
            if (!missing.isEmpty()) {
                throw new CommandFailure(BROKEN_OFF);
            }
            files.keep();
        } catch (IOException e) {
            throw new CommandFailure(directory + " cannot be written to: " + e.getMessage());
        }
    }

    private void copyTo(Path file, InputStream in, WholeFiles files) throws IOException {
        try (OutputStream out = files.begin(file)) {
            copy(in, out);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
            out.write(buffer, 0, read);
            progress.pass(buffer, read);
            if (out instanceof PrintStream console && console.checkError()) {
                throw new CommandFailure("the export is incomplete: nobody reads standard output any more");
            }
        }
        out.flush();
    }

    private static int next(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new CommandFailure(BROKEN_OFF);
        }
    }

    private static ZipEntry next(ZipInputStream zip) {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw new CommandFailure(BROKEN_OFF);
        }
    }
}
