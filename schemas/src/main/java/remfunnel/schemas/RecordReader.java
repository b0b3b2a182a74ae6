package remfunnel.schemas;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads values and tells what can never be decoded from what cannot be decoded while the registry is away. */
public final class RecordReader<V> {

    private static final byte REGISTRY_FORMAT = 0;
    private static final int SCHEMA_ID_ENDS = 5;

    private final Topic<V> topic;
    private final Deserializer<V> deserializer;

    RecordReader(Topic<V> topic, Deserializer<V> deserializer) {
        this.topic = topic;
        this.deserializer = deserializer;
    }

    /** What became of a value. */
    public sealed interface Reading<V> {
        /** A record. */
        record Decoded<V>(V value) implements Reading<V> {}

        /** Bytes that are no record of the topic's type and never will be. */
        record Undecodable<V>(String reason) implements Reading<V> {}
    }

    /**
     * Decodes a value that is no tombstone.
     *
     * @throws RegistryUnavailableException when the registry did not answer: the same bytes may be read later
     */
    public Reading<V> read(byte[] bytes) {
        try {
            V value = deserializer.deserialize(topic.name(), bytes);
            return topic.valueType().isInstance(value)
                    ? new Reading.Decoded<>(value)
                    : new Reading.Undecodable<>("it is no " + topic.valueType().getSimpleName());
        } catch (RuntimeException failure) {
            if (startsAsARecord(bytes) && isOutage(failure)) {
                throw new RegistryUnavailableException(failure);
            }
            return new Reading.Undecodable<>(reason(bytes, failure));
        }
    }

    private static boolean startsAsARecord(byte[] bytes) {
        return bytes.length >= SCHEMA_ID_ENDS && bytes[0] == REGISTRY_FORMAT;
    }

    private String reason(byte[] bytes, RuntimeException failure) {
        if (!startsAsARecord(bytes)) {
            return "the value does not begin with byte 0 and a schema id";
        }
        String cause = Optional.ofNullable(rootOf(failure).getMessage())
                .orElse(failure.getClass().getSimpleName());
        return "the value is no " + topic.valueType().getSimpleName() + ": " + cause;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean isOutage(Throwable failure) {
        List<Throwable> causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        return causes.stream().noneMatch(RegistryAnswer::isUnknownId)
                && causes.stream().anyMatch(cause -> isTransport(cause) || RegistryAnswer.isAnother(cause));
    }

    /** Two kinds of IOException are Avro's word for a value that is no record, not the network's. */
    private static boolean isTransport(Throwable cause) {
        return (cause instanceof IOException && !isAvros(cause))
                || cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || (cause instanceof ExecutionException && cause.getCause() == null);
    }

    private static boolean isAvros(Throwable cause) {
        return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
    }
}
