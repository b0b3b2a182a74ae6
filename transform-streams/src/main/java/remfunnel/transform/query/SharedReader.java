package remfunnel.transform.query;

import java.util.Optional;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;

/** Reads values of a topic for many threads, and asks the registry once for each schema: a reader of its own for each question would ask every time. */
final class SharedReader<V> {
    private final RecordReader<V> reader;

    SharedReader(Records records, Topic<V> topic) {
        this.reader = records.reader(topic);
    }

    /**
     * Empty when the bytes are no such value. Deserializers serve one thread at a time.
     *
     * @throws remfunnel.schemas.RegistryUnavailableException when the registry did not answer
     */
    synchronized Optional<V> read(byte[] bytes) {
        return reader.read(bytes) instanceof Reading.Decoded<V>(var value) ? Optional.of(value) : Optional.empty();
    }
}
