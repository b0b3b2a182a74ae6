package remfunnel.config.cli;

import static remfunnel.config.cli.ExplainText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A plan for people: each figure before and after, and some orders to look at. */
final class PlanText {
    private static final List<String> AMOUNTS = List.of("revenue", "cost");
    private static final String UNKNOWN = "-";

    private final JsonNode plan;
    private final List<String> lines = new ArrayList<>();

    PlanText(JsonNode plan) {
        this.plan = plan;
    }

    List<String> lines() {
        head();
        table("STAGE", "stages", "id");
        table("MONTH", "months", "month");
        flows();
        unmapped();
        issues();
        return List.copyOf(lines);
    }

    private void head() {
        String against = plan.has("revision") ? "revision " + text(plan, "revision") : "nothing: none is in force yet";
        String differs = words(plan.path("differs-in"));
        lines.add(text(plan, "connector") + ": compared with " + against
                + (differs.isEmpty() ? "" : "; differs in " + differs) + "; " + text(plan, "orders")
                + " orders are known");
        lag(plan.path("lag").asLong(0));
        JsonNode changes = plan.path("changes");
        lines.add("  " + text(changes, "enters") + " enter, " + text(changes, "leaves") + " leave, "
                + text(changes, "moves") + " move, " + text(changes, "revalued") + " get other amounts, "
                + text(changes, "stays") + " stay as they are, " + text(changes, "outside")
                + " stay outside; " + currencies());
    }

    private String currencies() {
        return isOfAnotherCurrency()
                ? "amounts before in " + text(plan, "currency-before") + ", after in " + text(plan, "currency")
                        + ", not converted"
                : "amounts in " + text(plan, "currency");
    }

    private boolean isOfAnotherCurrency() {
        return plan.has("currency-before") && !plan.path("currency-before").equals(plan.path("currency"));
    }

    private void lag(long events) {
        if (events > 0) {
            lines.add("  the transform has still " + events
                    + " events to read: orders among them are missing here, or are as they were; plan again");
        }
    }

    private void table(String title, String name, String key) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head(title));
        plan.path(name).forEach(row -> both(text(row, key), row, rows));
        both("all", plan.path("all"), rows);
        lines.add("");
        lines.addAll(new Columns(rows, 2).lines());
    }

    private List<String> head(String title) {
        List<String> head = new ArrayList<>(List.of(title, "", "ORDERS", "REVENUE", "COST", "MARGIN"));
        lacking().forEach(amount -> head.add("NO " + amount.toUpperCase(Locale.ROOT)));
        return head;
    }

    /** Amounts that some order lacks, before or after: such an order counts as 0 in the sums, which has to be seen. */
    private List<String> lacking() {
        JsonNode all = plan.path("all");
        return AMOUNTS.stream()
                .filter(amount -> without(all.path("before"), amount) + without(all.path("after"), amount) > 0)
                .toList();
    }

    private static long without(JsonNode sums, String amount) {
        return sums.path("without-" + amount).asLong();
    }

    /** One line where nothing changes; in another currency the same figure is another amount. */
    private void both(String key, JsonNode row, List<List<String>> rows) {
        boolean same = !isOfAnotherCurrency() && row.path("before").equals(row.path("after"));
        if (same) {
            rows.add(figures(key, "same", row.path("after")));
        } else {
            rows.add(figures(key, "before", row.path("before")));
            rows.add(figures("", "after", row.path("after")));
        }
    }

    private List<String> figures(String key, String when, JsonNode sums) {
        List<String> row = new ArrayList<>(List.of(key, when, text(sums, "orders")));
        AMOUNTS.forEach(amount -> row.add(isKnown(sums, amount) ? text(sums, amount) : UNKNOWN));
        row.add(AMOUNTS.stream().allMatch(amount -> isKnown(sums, amount)) ? text(sums, "margin") : UNKNOWN);
        lacking().forEach(amount -> row.add(Long.toString(without(sums, amount))));
        return row;
    }

    /** Where every order lacks an amount, 0 would be a figure that nobody computed. */
    private static boolean isKnown(JsonNode sums, String amount) {
        long orders = sums.path("orders").asLong();
        return orders == 0 || without(sums, amount) < orders;
    }

    private void flows() {
        titled("orders that go", plan.path("flows"), flow -> end(flow, "from") + " -> " + end(flow, "to"));
    }

    private static String end(JsonNode flow, String name) {
        return flow.has(name) ? text(flow, name) : "outside";
    }

    private void unmapped() {
        titled(
                "orders that become unmapped, by status",
                plan.path("newly-unmapped"),
                row -> text(row, "status-id") + (row.has("status-name") ? " " + text(row, "status-name") : ""));
    }

    private void issues() {
        titled(
                "orders that lack an amount",
                plan.path("issues"),
                row -> text(row, "code") + (row.has("field") ? " " + text(row, "field") : "") + " ("
                        + text(row, "before") + " before)");
    }

    private void titled(String title, JsonNode rows, java.util.function.Function<JsonNode, String> words) {
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(title);
            rows.forEach(row -> lines.add(
                    "  " + words.apply(row) + ": " + sampled(row.path(row.has("orders") ? "orders" : "after"))));
        }
    }

    private static String sampled(JsonNode sampled) {
        String some = StreamSupport.stream(sampled.path("samples").spliterator(), false)
                .map(sample -> sample.has("number")
                        ? text(sample, "number") + " (" + text(sample, "id") + ")"
                        : text(sample, "id"))
                .collect(Collectors.joining(", "));
        return text(sampled, "count") + (some.isEmpty() ? "" : ", such as " + some);
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }
}
