package remfunnel.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * The header of an order event that says which life of its connector it was read for. A connector that is removed and made
 * again begins a new life, whose number is the revision of the configuration it began with: greater than that of any former life
 * and of any removal between. So whoever reads {@code remonline.orders} from the start can tell the orders of an account that was
 * removed from those of the one that took its name, when configurations and removals were compacted away long ago.
 */
public final class LifeHeader {
    private static final String NAME = "life";

    private LifeHeader() {}

    public static void write(Headers headers, long life) {
        headers.remove(NAME).add(NAME, Long.toString(life).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where there is none or it is no number: then the event belongs to whatever life its connector has. */
    public static Optional<Long> read(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(NAME))
                .map(header -> header.value())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
