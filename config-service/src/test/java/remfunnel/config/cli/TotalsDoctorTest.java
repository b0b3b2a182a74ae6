package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TotalsDoctorTest {
    private static final String HEAD =
            "{'connector': 'shop', 'orders': 3, 'transitions': 4, 'cells': 2, 'as-of': '2024-01-02T03:04:05Z', ";
    private final StringWriter said = new StringWriter();

    private int show(String report) {
        var json = JsonMapper.builder().build().readTree(("[" + HEAD + report + "}]").replace('\'', '"'));
        return new TotalsDoctor(URI.create("http://127.0.0.1:1"), new PrintWriter(said, true)).show(json);
    }

    @Test
    void doubtsAreToldAndFail() {
        int code = show("'transitions-without-fact': 0, 'differing': 0, 'differences': [], 'in-doubt': 1, 'doubts': ["
                + "{'day': '2024-01-02', 'location': '-', 'stage': 'won', 'off-by': ["
                + "{'orders': '100', 'revenue': '5.0000'}, {'orders': '101'}, {}]}]");

        assertThat(said.toString())
                .contains(
                        "??  shop: 3 orders",
                        ": 1 totals are in doubt\n",
                        "    2024-01-02, location -, stage won: in doubt, off by orders 100, revenue 5.0000 | orders 101 | a"
                                + " record of nothing",
                        "Run it again when fewer orders flow.")
                .doesNotContain("it is a bug");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsToldBesideDoubts() {
        int code =
                show("'transitions-without-fact': 0, 'differing': 2, 'differences': [], 'in-doubt': 1, 'doubts': []");

        assertThat(said.toString())
                .contains("!!  shop: 3 orders", "2 totals differ, 1 totals are in doubt", "it is a bug");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whatIsRightIsTold() {
        int code =
                show("'transitions-without-fact': 0, 'differing': 0, 'differences': [], 'in-doubt': 0, 'doubts': []");

        assertThat(said.toString()).contains("ok  shop: 3 orders", "each total is the sum of its orders");
        assertThat(code).isZero();
    }
}
