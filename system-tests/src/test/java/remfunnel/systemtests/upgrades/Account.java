package remfunnel.systemtests.upgrades;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import remfunnel.simulator.OrderTruth;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;

/** The account that a released version polled when it wrote its data: it lives the same life each time, as far as that version saw it. */
final class Account implements AutoCloseable {
    private static final int ORDERS = 40;

    private static final Duration UNTIL_POLLED = Duration.ofSeconds(10);
    private static final int CHANGES = 15;

    private final Shop shop = new Shop(ORDERS, 9, Duration.ZERO);

    /** As it was when the released version was stopped. */
    static Account asTheReleaseLeftIt() {
        var account = new Account();
        account.rest();
        account.live();
        account.live();
        return account;
    }

    Shop shop() {
        return shop;
    }

    /** The next changes, all in one second, and the time a poll needs to see them. */
    void live() {
        shop.control().step(CHANGES);
        rest();
    }

    void rest() {
        shop.pass(UNTIL_POLLED);
    }

    /** Status, moment of the last change and total of each order, as a fact tells them. */
    Map<Long, String> truth() {
        return shop.truth().stream().collect(Collectors.toMap(OrderTruth::id, Account::brief));
    }

    private static String brief(OrderTruth order) {
        var facts = order.facts();
        return brief(
                facts.get("status_id").toString(),
                Instant.ofEpochSecond((long) facts.get("modified_at")),
                new BigDecimal(facts.get("total").toString()));
    }

    static String brief(JsonNode fact) {
        return brief(
                fact.path("status_id").asString(),
                Instant.parse(fact.path("modified_at").asString()),
                new BigDecimal(fact.path("revenue").asString()));
    }

    private static String brief(String status, Instant modified, BigDecimal total) {
        return "%s, %s, %s"
                .formatted(status, modified, total.stripTrailingZeros().toPlainString());
    }

    @Override
    public void close() {
        shop.close();
    }
}
