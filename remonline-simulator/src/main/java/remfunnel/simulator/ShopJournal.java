package remfunnel.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** When the simulated shop began and when something happened in it: a line of epoch milliseconds each, written before it happens. */
final class ShopJournal implements AutoCloseable {
    private final Instant beginning;
    private final List<Instant> moves;
    private final BufferedWriter writer;

    private ShopJournal(List<Instant> moments, BufferedWriter writer) {
        this.beginning = moments.getFirst();
        this.moves = moments.subList(1, moments.size());
        this.writer = writer;
    }

    static ShopJournal open(Path file, Instant now) {
        try {
            if (Files.notExists(file)) {
                Files.writeString(file, now.toEpochMilli() + "\n");
            }
            List<Instant> moments = read(file);
            return new ShopJournal(moments, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The journal of the simulated shop " + file + " cannot be read (" + e.getMessage()
                            + "). Remove it, and what was made of its orders, to begin another shop.",
                    e);
        }
    }

    private static List<Instant> read(Path file) throws IOException {
        List<Instant> moments = Files.readAllLines(file).stream()
                .map(line -> Instant.ofEpochMilli(Long.parseLong(line)))
                .toList();
        if (moments.isEmpty()) {
            throw new IOException("it is empty");
        }
        return moments;
    }

    Instant beginning() {
        return beginning;
    }

    /** Those of former lives. */
    List<Instant> moves() {
        return moves;
    }

    /** Keeps a moment, in the precision it can be read again. */
    Instant write(Instant moment) {
        try {
            writer.write(moment.toEpochMilli() + "\n");
            writer.flush();
            return Instant.ofEpochMilli(moment.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
