package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderTruth;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** Formulas made in the browser, and what orders come to by them. */
@InTheHouse
class FormulaIT {
    private static final String ID = "formula";
    private static final ZoneId WHERE_THE_SHOP_IS = ZoneId.of("Europe/Moscow");
    private static final BigDecimal FORMER = new BigDecimal("0.02");
    private static final BigDecimal LATER = new BigDecimal("0.05");

    /** Typed with a comma, as a Russian keyboard has it; each order has what held on its day. */
    @Test
    void aCoefficientCountsFromItsDayOn(Visit visit) {
        Shop shop = visit.shop(40);
        visit.connectMapped(ID, shop);
        LocalDate change =
                shop.truth().stream().map(FormulaIT::day).sorted().toList().get(20);
        Looker browser = visit.owner("edit/" + ID + "/calculation");

        giveCoefficient(browser, change);
        browser.page().getByLabel("Cost", exactly()).fill("total * acquiring");
        apply(browser);

        shop.truth()
                .forEach(order -> Assertions.assertThat(cost(visit.office(), order))
                        .isEqualByComparingTo(total(order).multiply(day(order).isBefore(change) ? FORMER : LATER)));
    }

    private static void giveCoefficient(Looker browser, LocalDate change) {
        Page page = browser.page();
        page.getByLabel("Name of a new one").fill("acquiring");
        browser.press("Add");
        Locator coefficient = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("acquiring"));
        coefficient.getByLabel("Value").fill("0,02");
        coefficient.getByText("Another value from a later day").click();
        coefficient.getByLabel("From").last().fill(change.toString());
        coefficient.getByLabel("Value").last().fill("0,05");
    }

    /** Which the filter of the same draft keeps out. */
    @Test
    void whatCannotBeShownIsSaid(Visit visit) {
        visit.connect(ID, visit.shop(10));
        Looker browser = visit.owner("edit/" + ID + "/filter");
        browser.press("Add a condition: Order total");
        browser.page().getByLabel("Operator").selectOption("less");
        browser.page().getByLabel("Values, separated by ;").fill("-1");
        assertThat(browser.page().locator(".live")).hasText("0 orders of 10 pass");
        browser.follow("Calculation");

        browser.page().getByLabel("Revenue").fill("total");

        browser.page().getByText("None of the newest orders passes the filter").waitFor();
    }

    @Test
    void aFunctionIsCompletedWithItsBracket(Visit visit) {
        visit.connect(ID, visit.shop(10));
        Looker browser = visit.owner("edit/" + ID + "/calculation");
        Locator revenue = browser.page().getByLabel("Revenue");

        revenue.pressSequentially("coal");
        browser.page().getByRole(AriaRole.OPTION).first().click();
        revenue.pressSequentially("total, 0)");

        assertThat(revenue).hasValue("coalesce(total, 0)");
        browser.page().getByText("For real orders").waitFor();
    }

    private static void apply(Looker browser) {
        browser.follow("Review");
        browser.page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        browser.press("Apply");
        browser.page().waitForURL(Pattern.compile(".*#/funnel/" + ID));
    }

    private static BigDecimal cost(Office office, OrderTruth order) {
        JsonNode fact = office.get("/api/connectors/" + ID + "/orders/" + order.id() + "/explain")
                .path("fact");
        return new BigDecimal(fact.path("cost").asString());
    }

    private static BigDecimal total(OrderTruth order) {
        return (BigDecimal) order.facts().get("total");
    }

    private static LocalDate day(OrderTruth order) {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) order.facts().get("created_at")), WHERE_THE_SHOP_IS);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
