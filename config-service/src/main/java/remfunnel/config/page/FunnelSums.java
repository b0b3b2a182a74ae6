package remfunnel.config.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import remfunnel.FunnelTotal;

/**
 * A slice of a funnel, added up.
 *
 * @param version changes whenever a figure may have
 * @param complete whether all that there was at this instance's start has been read; until then figures may be too small
 * @param through by stage id, the stages whose orders came as far as it
 * @param stages by stage id
 * @param locations by location id, or - where there is none, then by stage id
 * @param months by month, then by stage id
 * @param ofLocations all stages of a location together
 * @param ofMonths all stages of a month together
 */
record FunnelSums(
        long version,
        boolean complete,
        Map<String, List<String>> through,
        Map<String, Figures> stages,
        Map<String, Map<String, Figures>> locations,
        Map<String, Map<String, Figures>> months,
        @JsonProperty("of-locations") Map<String, Figures> ofLocations,
        @JsonProperty("of-months") Map<String, Figures> ofMonths) {

    static FunnelSums empty(long version, boolean complete, Way way) {
        return new FunnelSums(
                version,
                complete,
                way.through(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    void add(FunnelTotal total) {
        Figures figures = Figures.of(total);
        String stage = total.getStageId();
        String location =
                Optional.ofNullable(total.getLocationId()).map(String::valueOf).orElse("-");
        String month = YearMonth.from(total.getDay()).toString();
        stages.merge(stage, figures, Figures::plus);
        of(locations, location).merge(stage, figures, Figures::plus);
        of(months, month).merge(stage, figures, Figures::plus);
        ofLocations.merge(location, figures, Figures::plus);
        ofMonths.merge(month, figures, Figures::plus);
    }

    private static Map<String, Figures> of(Map<String, Map<String, Figures>> all, String key) {
        return all.computeIfAbsent(key, any -> new TreeMap<>());
    }

    /** With how many orders came as far as each stage. */
    FunnelSums reached(Way way) {
        locations.replaceAll((location, by) -> way.reached(by));
        months.replaceAll((month, by) -> way.reached(by));
        return new FunnelSums(
                version, complete, through, way.reached(stages), locations, months, ofLocations, ofMonths);
    }
}
