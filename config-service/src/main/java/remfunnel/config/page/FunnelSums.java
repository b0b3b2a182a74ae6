package remfunnel.config.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import remfunnel.FunnelTotal;

/**
 * A slice of a funnel, added up.
 *
 * @param version changes whenever a figure may have
 * @param complete whether all that there was at this instance's start has been read; until then figures may be too small
 * @param stages by stage id
 * @param locations by location id, or - where there is none, then by stage id
 * @param months by month, then by stage id
 */
record FunnelSums(
        long version,
        boolean complete,
        Map<String, Figures> stages,
        Map<String, Map<String, Figures>> locations,
        Map<String, Map<String, Figures>> months) {

    static FunnelSums empty(long version, boolean complete) {
        return new FunnelSums(version, complete, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void add(FunnelTotal total) {
        Figures figures = Figures.of(total);
        String stage = total.getStageId();
        String location =
                Optional.ofNullable(total.getLocationId()).map(String::valueOf).orElse("-");
        stages.merge(stage, figures, Figures::plus);
        of(locations, location).merge(stage, figures, Figures::plus);
        of(months, total.getDay().toString().substring(0, 7)).merge(stage, figures, Figures::plus);
    }

    private static Map<String, Figures> of(Map<String, Map<String, Figures>> all, String key) {
        return all.computeIfAbsent(key, any -> new TreeMap<>());
    }
}
