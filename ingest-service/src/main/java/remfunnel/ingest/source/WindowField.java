package remfunnel.ingest.source;

import java.util.Locale;

/** The time that a window of orders is cut by. */
public enum WindowField {
    /** Stable under edits: only deletes shrink such a window. */
    CREATED,
    /** An edit moves an order out of such a window while it is read. */
    MODIFIED;

    String apiName() {
        return name().toLowerCase(Locale.ROOT) + "_at";
    }
}
