package remfunnel.standalone.acls;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Grants as people read them: a line each, in columns. */
final class AclTable {
    private static final List<String> TITLES = List.of("principal", "resource", "name", "may");

    private AclTable() {}

    static List<String> lines(List<Grant> grants) {
        var rows = Stream.concat(Stream.of(TITLES), grants.stream().map(Grant::row))
                .toList();
        int[] widths = IntStream.range(0, TITLES.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(("%-" + (widths[column] + 2) + "s").formatted(row.get(column)));
        }
        return line.toString().stripTrailing();
    }
}
