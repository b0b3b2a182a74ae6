package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanTextTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void saysWhatEachFigureWasAndWillBe() {
        assertThat(lines(sums(3, "100.0000", "40.0000", "60.0000", 0), sums(2, "90.0000", "30.0000", "60.0000", 0)))
                .contains(
                        "STAGE          ORDERS   REVENUE     COST   MARGIN",
                        "all    before       3  100.0000  40.0000  60.0000",
                        "       after        2   90.0000  30.0000  60.0000");
    }

    @Test
    void countsOrdersThatLackAnAmount() {
        assertThat(lines(sums(3, "100.0000", "40.0000", "60.0000", 0), sums(3, "70.0000", "40.0000", "30.0000", 1)))
                .contains(
                        "STAGE          ORDERS   REVENUE     COST   MARGIN  NO REVENUE",
                        "all    before       3  100.0000  40.0000  60.0000           0",
                        "       after        3   70.0000  40.0000  30.0000           1");
    }

    /** Nobody said what revenue is: then there is no margin either, least of all a negative one. */
    @Test
    void showsNoSumOfAnAmountThatEveryOrderLacks() {
        assertThat(lines(sums(3, "0.0000", "40.0000", "-40.0000", 3), sums(3, "0.0000", "40.0000", "-40.0000", 3)))
                .contains(
                        "STAGE        ORDERS  REVENUE     COST  MARGIN  NO REVENUE",
                        "all    same       3        -  40.0000       -           3");
    }

    @Test
    void namesTheCurrency() {
        String none = sums(0, "0.0000", "0.0000", "0.0000", 0);
        assertThat(lines(none, none)).anySatisfy(line -> assertThat(line).endsWith("amounts in RUB"));
    }

    @Test
    void namesTheCurrencyOfEachSideWhereItChanges() {
        String one = sums(1, "90.0000", "30.0000", "60.0000", 0);

        assertThat(lines(one, one, ", \"currency-before\": \"RUB\""))
                .anySatisfy(line -> assertThat(line).endsWith("amounts in RUB"))
                .contains("all    same       1  90.0000  30.0000  60.0000");
        assertThat(lines(one, one, ", \"currency-before\": \"USD\""))
                .anySatisfy(line -> assertThat(line).endsWith("amounts before in USD, after in RUB, not converted"))
                .contains(
                        "all    before       1  90.0000  30.0000  60.0000",
                        "       after        1  90.0000  30.0000  60.0000");
    }

    @Test
    void saysThatOrdersAreStillToBeRead() {
        String none = sums(0, "0.0000", "0.0000", "0.0000", 0);

        assertThat(lines(none, none)).noneMatch(line -> line.contains("still"));
        assertThat(lines(none, none, ", \"lag\": 70000"))
                .element(1)
                .asString()
                .startsWith("  the transform has still 70000 events to read");
    }

    private static String sums(int orders, String revenue, String cost, String margin, int withoutRevenue) {
        return """
                {"orders": %d, "revenue": "%s", "cost": "%s", "margin": "%s", "without-revenue": %d, "without-cost": 0}""".formatted(orders, revenue, cost, margin, withoutRevenue);
    }

    private static List<String> lines(String before, String after) {
        return lines(before, after, "");
    }

    private static List<String> lines(String before, String after, String more) {
        return new PlanText(JSON.readTree("""
                {"connector": "shop", "revision": 7, "currency": "RUB", "orders": 3, "changes": {},
                 "all": {"before": %s, "after": %s}, "stages": [], "months": []%s}""".formatted(before, after, more))).lines();
    }
}
