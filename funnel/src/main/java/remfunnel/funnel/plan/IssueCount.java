package remfunnel.funnel.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import remfunnel.funnel.Issue;
import remfunnel.funnel.Order;
import remfunnel.funnel.plan.Plan.IssueRow;

/** Counts the amounts that are lacking, by reason. */
final class IssueCount {
    private static final Comparator<IssueRow> MOST_FIRST = Comparator.comparingLong(
                    (IssueRow row) -> -row.after().orders())
            .thenComparing(IssueRow::code)
            .thenComparing(row -> row.field().orElse(""));

    private final Map<Reason, Long> before = new HashMap<>();
    private final Map<Reason, Sampled> after = new HashMap<>();

    private record Reason(String code, Optional<String> field) {}

    void before(List<Issue> issues) {
        reasons(issues).forEach(reason -> before.merge(reason, 1L, Long::sum));
    }

    void after(List<Issue> issues, Order order) {
        reasons(issues)
                .forEach(reason -> after.merge(reason, Sampled.NONE.plus(order), (former, one) -> former.plus(order)));
    }

    /** An order that lacks both amounts for one reason is one order. */
    private static Stream<Reason> reasons(List<Issue> issues) {
        return issues.stream()
                .map(issue -> new Reason(issue.code(), issue.field()))
                .distinct();
    }

    List<IssueRow> rows() {
        Set<Reason> reasons = new HashSet<>(before.keySet());
        reasons.addAll(after.keySet());
        return reasons.stream()
                .map(each -> new IssueRow(
                        each.code(),
                        each.field(),
                        before.getOrDefault(each, 0L),
                        after.getOrDefault(each, Sampled.NONE)))
                .sorted(MOST_FIRST)
                .toList();
    }
}
