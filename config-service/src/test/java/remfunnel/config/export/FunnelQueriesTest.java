package remfunnel.config.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import remfunnel.FunnelFact;
import remfunnel.StageTransition;

/** The SQL of examples/duckdb, which docs/consuming.md explains, over Parquet that our export wrote. */
class FunnelQueriesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "funnels");
    private static final Path EXAMPLE = Path.of("..", "examples", "duckdb");
    private static final String SET_UP = "set-up";
    private static Connection duck;

    @BeforeAll
    static void load(@TempDir Path directory) throws Exception {
        write("facts", FunnelFact.getClassSchema(), directory);
        write("transitions", StageTransition.getClassSchema(), directory);
        Files.copy(GOLDEN.resolve("connector.json"), directory.resolve("connector.json"));
        duck = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = duck.createStatement()) {
            statement.execute("SET file_search_path = '" + directory + "'");
            statement.execute(sql(SET_UP));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static void write(String name, Schema schema, Path directory) throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.resolve(name + ".parquet"))) {
            Rows rows = new Parquet().begin(schema, Instant.EPOCH, out);
            for (IndexedRecord record : GoldenRecords.read(GOLDEN.resolve(name + ".jsonl"), schema)) {
                rows.add(record);
            }
            rows.end();
        }
    }

    private static String sql(String name) throws IOException {
        return Files.readString(EXAMPLE.resolve(name + ".sql"));
    }

    static Stream<String> queries() throws IOException {
        try (var files = Files.list(EXAMPLE)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.replace(".sql", ""))
                    .filter(name -> !name.equals(SET_UP))
                    .toList()
                    .stream();
        }
    }

    private static Path expected(String query) {
        return GOLDEN.resolve("expected").resolve(query + ".csv");
    }

    private static List<String> table(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                cells.add(result.getMetaData().getColumnName(i));
            }
            lines.add(String.join(",", cells));
            while (result.next()) {
                cells.clear();
                for (int i = 1; i <= width; i++) {
                    String cell = result.getString(i);
                    cells.add(cell == null ? "" : cell);
                }
                lines.add(String.join(",", cells));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void givesWhatWasCountedByHand(String query) throws Exception {
        List<String> table = table(sql(query));

        assertThat(String.join("\n", table))
                .isEqualTo(Files.readString(expected(query)).strip());
    }

    @Test
    void isShownForEachCaseThatIsCounted() throws Exception {
        try (var files = Files.list(GOLDEN.resolve("expected"))) {
            List<String> counted = files.map(
                            file -> file.getFileName().toString().replace(".csv", ""))
                    .toList();

            assertThat(queries().toList()).hasSize(9).containsExactlyInAnyOrderElementsOf(counted);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isExplained(String query) throws IOException {
        String explained = Files.readString(Path.of("..", "docs", "consuming.md"));

        assertThat(explained)
                .contains("(../examples/duckdb/" + query + ".sql)")
                .contains("```sql\n" + sql(query).strip() + "\n```");
    }
}
