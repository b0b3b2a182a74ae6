package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** Conditions as they are made: what is half-made counts for nothing and troubles nobody, and what is made counts as it reads. */
@InTheHouse
class FilterIT {
    private static final String ID = "filter";
    private static final int TVER = 120001;
    private static final ZoneId WHERE_THE_SHOP_IS = ZoneId.of("Europe/Moscow");

    @Test
    void aConditionWithoutAValueIsLeftOutAndNoError(Visit visit) {
        visit.connect(ID, visit.shop(40));
        Looker browser = visit.owner("edit/" + ID + "/filter");
        Page page = browser.page();
        awaitPassing(page, 40, 40);

        browser.press("Add a condition: Order total");

        assertThat(condition(page, "Order total")).containsText("Give a value: until then the condition is left out.");
        awaitPassing(page, 40, 40);
        assertThat(page.locator("[role=alert]")).hasCount(0);
        page.getByLabel("Values, separated by ;").fill("much");
        assertThat(condition(page, "Order total").locator("[role=alert]")).containsText("'much' does not fit total");
        browser.follow("Review");
        page.getByText("Filter, Order total: ").waitFor();
        page.locator("[role=alert] a").click();
        condition(page, "Order total").waitFor();
    }

    /** The day that it is until may be given first. */
    @Test
    void daysAreGivenInAnyOrderAndStayWhereTheyWereGiven(Visit visit) {
        Shop shop = visit.shop(40);
        visit.connect(ID, shop);
        LocalDate from = created(shop, 10);
        LocalDate to = created(shop, 30);
        Looker browser = visit.owner("edit/" + ID + "/filter");
        Page page = browser.page();
        browser.press("Add a condition: Created at");
        page.getByLabel("Operator").selectOption("between");

        page.getByLabel("to", exactly()).fill(to.toString());
        assertThat(page.getByLabel("From", exactly())).hasValue("");
        assertThat(page.getByLabel("to", exactly())).hasValue(to.toString());
        awaitPassing(page, 40, 40);
        page.getByLabel("From", exactly()).fill(from.toString());

        awaitPassing(
                page,
                count(shop, order -> !day(order).isBefore(from) && !day(order).isAfter(to)),
                40);
        page.getByLabel("Operator").selectOption("less");
        assertThat(page.getByLabel("Day")).hasValue(from.toString());
        awaitPassing(page, count(shop, order -> day(order).isBefore(from)), 40);
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> Assertions.assertThat(draft(visit)
                                .at("/filter/conditions/0/include/values")
                                .toString())
                        .isEqualTo("[\"" + from + "\"]"));
    }

    @Test
    void conditionsExcludeAndAnyOfSeveralIncludes(Visit visit) {
        Shop shop = visit.shop(40);
        visit.connect(ID, shop);
        long here = count(shop, order -> number(order, "location_id") == TVER);
        long others = 40 - here;
        Looker browser = visit.owner("edit/" + ID + "/filter");
        Page page = browser.page();
        browser.press("Add a condition: Location");
        page.getByLabel("Тверь").check();
        awaitPassing(page, here, 40);

        page.getByLabel("Include or exclude").selectOption("exclude");
        awaitPassing(page, others, 40);

        page.getByLabel("Include or exclude").selectOption("include");
        browser.press("Add a condition: Order total");
        page.getByLabel("Operator").last().selectOption("less");
        page.getByLabel("Values, separated by ;").fill("-1");
        awaitPassing(page, 0, 40);
        page.getByLabel("An order counts when").selectOption("any");
        awaitPassing(page, here, 40);
    }

    /** Of groups of statuses there is no list at the source: each status says which it is of. */
    @Test
    void groupsOfStatusesAreChosenByTheStatusesInThem(Visit visit) {
        Shop shop = visit.shop(40);
        visit.connect(ID, shop);
        Looker browser = visit.owner("edit/" + ID + "/filter");

        browser.press("Add a condition: Status group");
        condition(browser.page(), "Status group").getByText("1: Новый").click();

        awaitPassing(browser.page(), count(shop, order -> number(order, "status_group") == 1), 40);
    }

    private static void awaitPassing(Page page, long count, long of) {
        assertThat(page.locator(".live")).hasText(count + (count == 1 ? " order of " : " orders of ") + of + " pass");
    }

    private static Locator condition(Page page, String field) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(field).setExact(true));
    }

    private static JsonNode draft(Visit visit) {
        return visit.office().get("/api/connectors/" + ID + "/draft").at("/draft/configuration");
    }

    private static long count(Shop shop, Predicate<Map<String, Object>> wanted) {
        return shop.truth().stream().filter(order -> wanted.test(order.facts())).count();
    }

    /** The day on which the nth order was made. */
    private static LocalDate created(Shop shop, int n) {
        return shop.truth().stream()
                .map(order -> day(order.facts()))
                .sorted()
                .toList()
                .get(n);
    }

    private static LocalDate day(Map<String, Object> order) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(number(order, "created_at")), WHERE_THE_SHOP_IS);
    }

    private static long number(Map<String, Object> order, String field) {
        return ((Number) order.get(field)).longValue();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
