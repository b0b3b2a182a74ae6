package remfunnel.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that are written under other names until all of them are whole: what bears such a name is always a whole export. */
final class WholeFiles implements AutoCloseable {
    private final Map<Path, Path> drafts = new LinkedHashMap<>();

    /** To be closed before {@link #keep}. */
    OutputStream begin(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        drafts.put(file, draft);
        return new BufferedOutputStream(Files.newOutputStream(draft));
    }

    void keep() throws IOException {
        for (Map.Entry<Path, Path> whole : drafts.entrySet()) {
            Files.move(whole.getValue(), whole.getKey(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without {@link #keep} before, nothing is left of them. */
    @Override
    public void close() throws IOException {
        for (Path draft : drafts.values()) {
            Files.deleteIfExists(draft);
        }
    }
}
