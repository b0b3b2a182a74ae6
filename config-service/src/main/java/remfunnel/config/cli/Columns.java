package remfunnel.config.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of words in columns, the first of them their titles; those from some column on are figures and stand to the right. */
public record Columns(List<List<String>> rows, int figuresFrom) {
    public Columns {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Of words alone. */
    public static Columns ofWords(List<List<String>> rows) {
        return new Columns(rows, Integer.MAX_VALUE);
    }

    public List<String> lines() {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(row.get(column), widths.get(column), column >= figuresFrom))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String cell(String text, int width, boolean figure) {
        String space = " ".repeat(width - text.length());
        return figure ? space + text : text + space;
    }
}
