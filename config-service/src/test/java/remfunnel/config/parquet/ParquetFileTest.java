package remfunnel.config.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.FactIssue;
import remfunnel.FunnelFact;
import remfunnel.FunnelTotal;
import remfunnel.Marker;
import remfunnel.Precision;

/** What is written is read by DuckDB, which shares no code with it. */
class ParquetFileTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("x.parquet");
    }

    private static FunnelFact fact(long order, Map<String, String> dimensions, List<FactIssue> issues) {
        return FunnelFact.newBuilder()
                .setConnectorId("shop")
                .setOrderId(order)
                .setStatusId(900_101)
                .setStatusName("Новый, «срочно»")
                .setStageId("inquiry")
                .setStageTitle("Обращения")
                .setStagePosition(-1)
                .setMarker(Marker.INITIAL)
                .setRevenue(new BigDecimal("-9999999999999999.9999"))
                .setCurrency("RUB")
                .setCreatedAt(Instant.parse("2024-01-02T03:04:05.006Z"))
                .setModifiedAt(Instant.parse("1969-12-31T23:59:59.999Z"))
                .setEnteredBy(Instant.EPOCH)
                .setEnteredPrecision(Precision.EXACT)
                .setDimensions(dimensions)
                .setIssues(issues)
                .build();
    }

    private void write(List<? extends IndexedRecord> records) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            ParquetFile parquet = new ParquetFile(records.getFirst().getSchema(), Map.of("as_of", "then"), out);
            for (IndexedRecord record : records) {
                parquet.add(record);
            }
            parquet.end();
        }
    }

    /** A line a row, its cells as DuckDB writes them. */
    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            ResultSet result = statement.executeQuery(sql.replace("FILE", "'" + file + "'"));
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    @Test
    void keepsTheTypesOfAFact() throws Exception {
        write(List.of(fact(1, Map.of(), List.of())));

        List<String> columns = query("SELECT column_name, column_type FROM (DESCRIBE FROM FILE)");

        assertThat(columns)
                .contains(
                        "connector_id|VARCHAR",
                        "order_id|BIGINT",
                        "stage_position|INTEGER",
                        "marker|VARCHAR",
                        "revenue|DECIMAL(20,4)",
                        "created_at|TIMESTAMP WITH TIME ZONE",
                        "dimensions|MAP(VARCHAR, VARCHAR)",
                        "issues|STRUCT(code VARCHAR, field VARCHAR, message VARCHAR)[]");
    }

    @Test
    void keepsTheValuesOfAFact() throws Exception {
        write(List.of(
                fact(
                        1,
                        Map.of("b", "2", "a", "1"),
                        List.of(new FactIssue("X", null, "no"), new FactIssue("Y", "f", ""))),
                fact(2, Map.of(), List.of())));

        List<String> values = query("SELECT order_id, status_name, stage_position, marker, revenue, cost, created_at,"
                + " modified_at, closed_at, dimensions, issues FROM FILE ORDER BY 1");

        String common = "Новый, «срочно»|-1|INITIAL|-9999999999999999.9999|null|2024-01-02T03:04:05.006Z"
                + "|1969-12-31T23:59:59.999Z|null|";
        assertThat(values)
                .containsExactly(
                        "1|" + common + "{a=1, b=2}|[{'code': X, 'field': NULL, 'message': no}, "
                                + "{'code': Y, 'field': f, 'message': ''}]",
                        "2|" + common + "{}|[]");
    }

    @Test
    void keepsDays() throws Exception {
        write(List.of(new FunnelTotal(
                "shop",
                LocalDate.parse("1969-12-31"),
                7L,
                "won",
                1L,
                2L,
                new BigDecimal("0.0001"),
                new BigDecimal("9999999999999999.9999"),
                0L,
                0L)));

        List<String> row = query("SELECT typeof(day), day, location_id, revenue, cost, entered FROM FILE");

        assertThat(row).containsExactly("DATE|1969-12-31|7|0.0001|9999999999999999.9999|2");
    }

    @Test
    void writesManyRowsInGroups() throws Exception {
        write(IntStream.range(0, 300_000)
                .mapToObj(order -> fact(order, Map.of("manager", Integer.toString(order % 17)), List.of()))
                .toList());

        List<String> sums = query("SELECT count(*), sum(order_id), count(DISTINCT dimensions['manager']) FROM FILE");
        List<String> groups = query("SELECT count(DISTINCT row_group_id) FROM parquet_metadata(FILE)");

        assertThat(sums).containsExactly("300000|44999850000|17");
        assertThat(groups).containsExactly("3");
    }

    @Test
    void keepsNotes() throws Exception {
        write(List.of(fact(1, Map.of(), List.of())));

        List<String> notes = query("SELECT decode(key), decode(value) FROM parquet_kv_metadata(FILE)");

        assertThat(notes).containsExactly("as_of|then");
    }

    @Test
    void isAFileWithoutRowsToo() throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            new ParquetFile(FunnelFact.getClassSchema(), Map.of(), out).end();
        }

        assertThat(query("SELECT count(*) FROM FILE")).containsExactly("0");
    }
}
