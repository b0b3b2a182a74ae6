package remfunnel.funnel;

import java.util.Optional;

/**
 * A container of the funnel.
 *
 * @param position from 0; -1 for {@link #UNMAPPED}
 */
public record Stage(String id, String title, int position, Optional<Marker> marker) {
    /** Where orders stand whose status no stage holds. */
    public static final Stage UNMAPPED = new Stage("_unmapped", "_unmapped", -1, Optional.empty());

    public boolean isUnmapped() {
        return position < 0;
    }
}
