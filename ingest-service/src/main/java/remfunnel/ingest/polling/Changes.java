package remfunnel.ingest.polling;

import java.util.List;
import java.util.function.Predicate;
import remfunnel.ingest.source.OrderWindow;

/** Of a window that was read whole, the orders that are to be published. */
record Changes(WholeWindow whole, List<Sighting> fresh) {
    static Changes of(WholeWindow whole, Predicate<Sighting> isFresh) {
        return new Changes(whole, whole.sightings().stream().filter(isFresh).toList());
    }

    OrderWindow window() {
        return whole.window();
    }

    Changes only(Predicate<Sighting> wanted) {
        return with(fresh.stream().filter(wanted).toList());
    }

    Changes with(List<Sighting> completed) {
        return new Changes(whole, completed);
    }
}
