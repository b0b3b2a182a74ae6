package remfunnel.config.cli;

/** Counts the rows of a text as its bytes pass. */
final class RowCount {
    private final boolean table;
    private boolean quoted;
    private long lines;

    /** A table has a header, and its quoted cells may hold line ends; other texts have a row in each line. */
    RowCount(boolean table) {
        this.table = table;
    }

    void pass(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            quoted ^= table && bytes[i] == '"';
            lines += bytes[i] == '\n' && !quoted ? 1 : 0;
        }
    }

    long rows() {
        return table ? Math.max(0, lines - 1) : lines;
    }
}
