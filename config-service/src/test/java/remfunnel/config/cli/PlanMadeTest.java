package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanMadeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FunnelConfig DRAFT = Documents.config(Documents.example());

    @TempDir
    private Path directory;

    private PlanMade plan(String revision) throws IOException {
        String digest = ConnectorWriter.digest(DRAFT);
        return PlanMade.of(
                file("{" + revision + "\"digest\":\"" + digest + "\"}").toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("plan.json"), text);
    }

    private static JsonNode connector(String json) {
        return JSON.readTree(json);
    }

    @Test
    void acceptsWhatWasPlannedWhileTheRevisionIsInForce() {
        assertThatNoException().isThrownBy(() -> {
            plan("\"revision\":7,").check("shop", connector("{\"revision\":7,\"latest-revision\":7}"), DRAFT);
            plan("\"revision\":7,")
                    .check("shop", connector("{\"revision\":7,\"pending\":{\"rejected\":\"no\"}}"), DRAFT);
            plan("").check("shop", connector("{\"pending\":{\"rejected\":\"no\"}}"), DRAFT);
            PlanMade.of("7").check("shop", connector("{\"revision\":7}"), DRAFT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"revision\":8,\"latest-revision\":8}",
                "{\"revision\":7,\"latest-revision\":9,\"pending\":{}}",
                "{\"latest-revision\":9}"
            })
    void refusesWhenAnotherRevisionIsInForceOrOnItsWay(String now) {
        assertThatThrownBy(() -> plan("\"revision\":7,").check("shop", connector(now), DRAFT))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("compared with revision 7")
                .hasMessageContaining("plan again");
    }

    @Test
    void refusesAnotherDraft() {
        FunnelConfig other = Documents.config(Documents.example().replace("revenue: total", "revenue: paid"));

        assertThatThrownBy(() -> plan("\"revision\":7,").check("shop", connector("{\"revision\":7}"), other))
                .hasMessageContaining("something else than what was planned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1", "connector: shop"})
    void refusesAFileThatIsNoPlan(String text) throws IOException {
        String path = file(text).toString();

        assertThatThrownBy(() -> PlanMade.of(path)).hasMessageContaining("is no plan");
    }
}
