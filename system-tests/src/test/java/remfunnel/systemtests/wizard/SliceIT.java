package remfunnel.systemtests.wizard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import remfunnel.simulator.OrderTruth;
import remfunnel.systemtests.kills.Shop;

/** The funnel of a period and of chosen locations, against what the source knows of its orders. */
@InTheHouse
class SliceIT {
    private static final String ID = "slice";
    private static final int TVER = 120001;
    private static final ZoneId WHERE_THE_SHOP_IS = ZoneId.of("Europe/Moscow");

    @Test
    void aPeriodAndALocationNarrowTheFunnel(Visit visit) {
        Shop shop = visit.shop(60);
        visit.connectMapped(ID, shop);
        LocalDate from =
                shop.truth().stream().map(SliceIT::day).sorted().toList().get(20);
        LocalDate to = shop.truth().stream().map(SliceIT::day).sorted().toList().get(45);
        Page page = visit.owner("funnel/" + ID).page();
        // All that came into the funnel came as far as its first stage.
        Locator all = page.locator(".bar-count").first();
        assertThat(all).hasText("60");

        page.locator(".places summary").click();
        page.getByLabel("Тверь").check();
        assertThat(all).hasText(count(shop, SliceIT::isHere));
        assertThat(page.locator(".places summary")).containsText("Тверь");
        page.getByLabel("Created from").fill(from.toString());
        assertThat(all).hasText(count(shop, order -> isHere(order) && isWithin(order, from, LocalDate.MAX)));
        page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)).fill(to.toString());
        assertThat(all).hasText(count(shop, order -> isHere(order) && isWithin(order, from, to)));
        page.getByLabel("Тверь").uncheck();
        String both = count(shop, order -> isWithin(order, from, to));
        assertThat(all).hasText(both);
        all.click();
        page.getByText("Came this far: " + both).waitFor();
    }

    private static boolean isWithin(OrderTruth order, LocalDate from, LocalDate to) {
        return !day(order).isBefore(from) && !day(order).isAfter(to);
    }

    private static String count(Shop shop, Predicate<OrderTruth> wanted) {
        return Long.toString(shop.truth().stream().filter(wanted).count());
    }

    private static boolean isHere(OrderTruth order) {
        return ((Number) order.facts().get("location_id")).longValue() == TVER;
    }

    private static LocalDate day(OrderTruth order) {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) order.facts().get("created_at")), WHERE_THE_SHOP_IS);
    }
}
