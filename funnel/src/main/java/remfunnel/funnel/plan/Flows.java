package remfunnel.funnel.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import remfunnel.funnel.plan.Plan.Flow;

/** Where orders go. */
final class Flows {
    private static final Comparator<Flow> LARGEST_FIRST = Comparator.comparingLong(
                    (Flow flow) -> -flow.orders().orders())
            .thenComparing(flow -> flow.from().orElse(""))
            .thenComparing(flow -> flow.to().orElse(""));

    private Flows() {}

    static List<Flow> largestFirst(Map<Planning.Way, Sampled> flows) {
        return flows.entrySet().stream()
                .map(each -> new Flow(each.getKey().from(), each.getKey().to(), each.getValue()))
                .sorted(LARGEST_FIRST)
                .toList();
    }
}
