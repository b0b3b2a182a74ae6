package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LagTextTest {
    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    private static List<String> explained(String standing, String lag) {
        return new ExplainText(json("{'connector': 'shop', 'order': 1, 'standing': '" + standing + "'" + lag + "}"))
                .lines();
    }

    @Test
    void anOrderThatIsNotKnownMayBeStillToBeRead() {
        assertThat(explained("UNKNOWN", ", 'lag': 41"))
                .contains("the transform has still 41 events to read: ask again");
        assertThat(explained("UNKNOWN", ", 'lag': 0")).contains("the transform has read every event that there is");
        assertThat(explained("UNKNOWN", "")).contains("how many events the transform has still to read is not known");
    }

    @Test
    void anOrderThatIsKnownMayBeAnotherSoon() {
        assertThat(explained("IN_FUNNEL", ", 'lag': 41"))
                .contains("the transform has still 41 events to read: ask again");
        assertThat(explained("IN_FUNNEL", ", 'lag': 0")).noneMatch(line -> line.contains("the transform"));
    }

    @Test
    void statusHasAColumnOfIt() {
        var behind = json("{'connector': 'shop', 'lag': 41, 'latest-revision': 1}");
        var unknown = json("{'connector': 'other', 'latest-revision': 1}");

        assertThat(new StatusTable(List.of(behind, unknown)).lines())
                .satisfiesExactly(
                        head -> assertThat(head).containsPattern("REVISION +LAG  COMPLETE UNTIL"),
                        line -> assertThat(line).endsWith("- (1 waits)  41   -"),
                        line -> assertThat(line).endsWith("- (1 waits)  -    -"));
    }
}
