package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.Names;
import remfunnel.funnel.Vocabulary;
import remfunnel.funnel.plan.Planning;
import remfunnel.schemas.FunnelDrafts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanViewTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void namesTheCurrencyOfEachSide() {
        var plan = planned(Optional.of(funnel("RUB")), funnel("USD"));

        assertThat(plan.path("currency-before").asString()).isEqualTo("RUB");
        assertThat(plan.path("currency").asString()).isEqualTo("USD");
    }

    @Test
    void namesNoCurrencyOfWhatIsNotThere() {
        var plan = planned(Optional.empty(), funnel("USD"));

        assertThat(plan.has("currency-before")).isFalse();
        assertThat(plan.path("currency").asString()).isEqualTo("USD");
    }

    private static JsonNode planned(Optional<Funnel> before, Funnel after) {
        var plan = new Planning(before, after).plan();
        return JSON.valueToTree(PlanView.of(before, after, Optional.of(7L), Names.none(), plan));
    }

    private static Funnel funnel(String currency) {
        var config = new Shop("shop").config().setCurrency(currency).build();
        var compiled = new FunnelCompiler(Vocabulary.standard()).compile(FunnelDrafts.of(config));
        return ((Compilation.Compiled) compiled).funnel();
    }
}
