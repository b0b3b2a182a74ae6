package remfunnel.config.cli;

import java.util.Locale;
import java.util.Optional;

/** Tells on the error stream how far an export is, so that the export itself may go to standard output. */
final class ExportProgress {
    private static final long TOLD_EVERY_NANOS = 3_000_000_000L;

    private final Terminal terminal;
    private final ExportCommand.Format format;
    private final long total;
    private final String asOf;
    private RowCount count;
    private long rowsBefore;
    private long bytes;
    private long told = System.nanoTime();

    ExportProgress(Terminal terminal, ExportCommand.Format format, long total, String asOf) {
        this.terminal = terminal;
        this.format = format;
        this.total = total;
        this.asOf = asOf;
        this.count = countOfFile();
    }

    private RowCount countOfFile() {
        return new RowCount(format == ExportCommand.Format.csv);
    }

    void nextFile() {
        rowsBefore += count.rows();
        count = countOfFile();
    }

    private long rows() {
        return rowsBefore + count.rows();
    }

    void pass(byte[] buffer, int length) {
        bytes += length;
        if (format.isText()) {
            count.pass(buffer, length);
        }
        if (System.nanoTime() - told > TOLD_EVERY_NANOS) {
            terminal.err().println(soFar());
            told = System.nanoTime();
        }
    }

    private String soFar() {
        return format.isText()
                ? "%s of %s rows".formatted(number(rows()), number(total))
                : "%s KiB; %s rows in all".formatted(number(bytes >> 10), number(total));
    }

    /** What was exported; where rows can be counted and some are missing, that too. */
    void end(String what) {
        if (format.isText()) {
            terminal.err().println("%s rows of %s as of %s".formatted(number(rows()), what, asOf));
            leftOut().ifPresent(terminal.err()::println);
        } else {
            terminal.err()
                    .println(
                            "%s rows of %s as of %s, but for records that could not be read: config-service's log names those"
                                    .formatted(number(total), what, asOf));
        }
    }

    private Optional<String> leftOut() {
        return Optional.of(total - rows())
                .filter(missing -> missing > 0)
                .map(missing ->
                        number(missing) + " records could not be read and were left out: see config-service's log");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
