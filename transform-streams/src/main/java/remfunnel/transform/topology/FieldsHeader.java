package remfunnel.transform.topology;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.transform.state.OwnFields;

/**
 * The header of an active configuration that names fields of the account by their titles: what they were defined as when it was
 * compiled. A shop may rename them later, and the compacted dictionaries forget what they were called; whoever derives facts from
 * the start must still understand the configuration as it was meant.
 */
final class FieldsHeader {
    private static final String NAME = "own-fields";

    private FieldsHeader() {}

    static void write(Headers headers, OwnFields fields) {
        headers.remove(NAME).add(NAME, fields.encode().get());
    }

    static Optional<OwnFields> read(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(NAME))
                .map(header -> OwnFields.decode(Bytes.wrap(header.value())));
    }
}
