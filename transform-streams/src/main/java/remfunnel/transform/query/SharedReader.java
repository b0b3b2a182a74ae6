package remfunnel.transform.query;

import java.util.Optional;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;

/**
 * Reads values of a topic for the threads that answer questions. Deserializers serve one thread at a time, and each asks the registry for
 * the schemas that it meets: so every thread keeps one, and waits for nobody else's request.
 */
final class SharedReader<V> {
    private final ThreadLocal<RecordReader<V>> readers;

    SharedReader(Records records, Topic<V> topic) {
        this.readers = ThreadLocal.withInitial(() -> records.reader(topic));
    }

    /**
     * Empty when the bytes are no such value.
     *
     * @throws remfunnel.schemas.RegistryUnavailableException when the registry did not answer
     */
    Optional<V> read(byte[] bytes) {
        return readers.get().read(bytes) instanceof Reading.Decoded<V>(var value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
