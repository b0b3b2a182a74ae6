package remfunnel.systemtests.consumers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL of examples/duckdb as DuckDB runs it in a folder of exported files. */
final class DuckReports implements AutoCloseable {
    private static final String SET_UP = "set-up";

    private final Connection duck;

    DuckReports(Path files) throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = duck.createStatement()) {
            statement.execute("SET file_search_path = '" + files + "'");
            statement.execute(sql(SET_UP));
        }
    }

    /** Of the reports, without the set-up. */
    static List<String> names() throws IOException {
        try (var files = Files.list(Example.folder("duckdb"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.replace(".sql", ""))
                    .filter(name -> !name.equals(SET_UP))
                    .toList();
        }
    }

    /** Each cell as text. */
    List<List<String>> rows(String report) throws SQLException {
        try (var statement = duck.createStatement();
                var result = statement.executeQuery(sql(report))) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String sql(String name) {
        try {
            return Files.readString(Example.folder("duckdb").resolve(name + ".sql"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
