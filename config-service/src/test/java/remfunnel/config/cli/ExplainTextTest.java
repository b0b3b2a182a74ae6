package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ExplainTextTest {
    private static final String FACT = ",\"fact\":{\"order_id\":5}";
    private static final String PASSES = ",\"filter\":{\"passes\":true,\"match\":\"ALL\",\"conditions\":[]}";

    @Test
    void saysOfAnOrderThatTheFirstConfigurationDidNotReachThatItHasNoFact() {
        assertThat(told("WAITING", true, ""))
                .startsWith(
                        "shop: order 5 was known so far, but no configuration was in force",
                        "revision 7 is in force",
                        "it has no fact: it is about to be judged anew, and what follows is how");
    }

    @Test
    void saysOfAnOrderThatNowPassesThatItWasKeptOutBefore() {
        assertThat(told("FILTERED_OUT", true, PASSES))
                .contains("shop: order 5 did not count so far: the filter kept it out")
                .contains("filter: passes (includes: all)")
                .noneMatch(line -> line.contains("keeps it out") || line.startsWith("its fact"));
    }

    @Test
    void saysThatAFactIsStillOfAFormerConfiguration() {
        assertThat(told("IN_FUNNEL", true, FACT))
                .startsWith(
                        "shop: order 5 counted so far",
                        "revision 7 is in force",
                        "its fact is still that of a former configuration or of former names: it is about to be restated");
    }

    @ParameterizedTest
    @CsvSource({
        "IN_FUNNEL,counts",
        "FILTERED_OUT,does not count: the filter keeps it out",
        "DELETED,is gone from the source"
    })
    void saysWhereAnOrderStandsThatIsNotBehind(String standing, String words) {
        assertThat(told(standing, false, ""))
                .startsWith("shop: order 5 " + words, "revision 7 is in force")
                .noneMatch(line -> line.contains("about to be"));
    }

    private static List<String> told(String standing, boolean isRestating, String more) {
        return new ExplainText(JsonMapper.builder()
                        .build()
                        .readTree(
                                "{\"connector\":\"shop\",\"order\":5,\"standing\":\"%s\",\"revision\":7,\"restating\":%s%s}"
                                        .formatted(standing, isRestating, more)))
                .lines();
    }
}
