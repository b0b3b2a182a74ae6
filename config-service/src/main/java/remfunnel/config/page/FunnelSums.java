package remfunnel.config.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
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
 * @param ofLocations all stages of a location together
 * @param ofMonths all stages of a month together
 */
record FunnelSums(
        long version,
        boolean complete,
        Map<String, Figures> stages,
        Map<String, Map<String, Figures>> locations,
        Map<String, Map<String, Figures>> months,
        @JsonProperty("of-locations") Map<String, Figures> ofLocations,
        @JsonProperty("of-months") Map<String, Figures> ofMonths) {

    static FunnelSums empty(long version, boolean complete) {
        return new FunnelSums(
                version, complete, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
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
}
