package remfunnel.config.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import remfunnel.Marker;
import remfunnel.StageSettings;

/**
 * The way through a funnel. An order in a stage has come through those before it; one that failed is only known to have begun, and a
 * stage of failures is no step on the way.
 *
 * @param through by stage: the stages whose orders came as far as it, its own among them
 */
record Way(Map<String, List<String>> through) {
    /** Nothing is known of any stage. */
    static final Way NONE = new Way(Map.of());

    static Way of(List<StageSettings> stages) {
        List<String> steps = stages.stream()
                .filter(stage -> !isFailure(stage))
                .map(StageSettings::getId)
                .toList();
        List<String> failures =
                stages.stream().filter(Way::isFailure).map(StageSettings::getId).toList();
        var through = new LinkedHashMap<String, List<String>>();
        failures.forEach(failure -> through.put(failure, List.of(failure)));
        for (int n = 0; n < steps.size(); n++) {
            through.put(steps.get(n), n == 0 ? both(steps, failures) : steps.subList(n, steps.size()));
        }
        return new Way(through);
    }

    private static boolean isFailure(StageSettings stage) {
        return stage.getMarker() == Marker.FAILURE;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The figures with how many orders came as far as each stage; a stage that is on no way is reached by those in it. */
    Map<String, Figures> reached(Map<String, Figures> stages) {
        var reached = new TreeMap<String, Figures>();
        stages.forEach((stage, figures) -> reached.put(stage, figures.reachedBy(figures.orders())));
        through.forEach((stage, those) -> reached.put(
                stage,
                stages.getOrDefault(stage, Figures.NONE)
                        .reachedBy(those.stream()
                                .mapToLong(each ->
                                        stages.getOrDefault(each, Figures.NONE).orders())
                                .sum())));
        return reached;
    }
}
