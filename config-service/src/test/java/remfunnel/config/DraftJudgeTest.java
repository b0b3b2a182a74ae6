package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.Documents;
import remfunnel.config.document.Fault;
import remfunnel.funnel.Field;

/** As in the transform's tests of configurations, for both must judge a draft alike. */
class DraftJudgeTest {
    private final TopicView<DictionaryEntry> dictionaries = new TopicView<>();
    private final DraftJudge judge = new DraftJudge(dictionaries);
    private long offset;

    @Test
    void leavesTheTitleOfADeletedFieldToTheOneThatWasMadeInItsPlace() {
        define("f7", true);
        define("f9", false);

        assertThat(judge.faults(config("[Пробег] * 2"))).isEmpty();
    }

    @Test
    void acceptsADeletedFieldByItsNameButNotByItsTitle() {
        define("f7", true);

        assertThat(judge.faults(config("f7 * 2"))).isEmpty();
        assertThat(judge.faults(config("[Пробег] * 2"))).extracting(Fault::code).containsExactly("UNKNOWN_TITLE");
    }

    @Test
    void offersNoDeletedField() {
        define("f7", true);
        define("f9", false);

        assertThat(judge.vocabulary(config("total").getConnectorId()).fields())
                .extracting(Field::name)
                .contains("f9")
                .doesNotContain("f7");
    }

    private void define(String field, boolean isDeleted) {
        var id = config("total").getConnectorId();
        var entry =
                new DictionaryEntry(id, DictionaryKind.ORDER_FIELD, field, "Пробег", Map.of("type", "6"), isDeleted);
        dictionaries.accept(id + "/ORDER_FIELD/" + field, Optional.of(entry), offset++);
    }

    private static FunnelConfig config(String revenue) {
        return Documents.config(Documents.example().replace("revenue: total", "revenue: '" + revenue + "'"));
    }
}
