package remfunnel.schemas;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Turns the values of our topics into bytes and back. */
public interface Records {

    /** A new serializer, owned by the caller. */
    <V> Serializer<V> serializer(Topic<V> topic);

    /** A new deserializer, owned by the caller; what it throws is told apart by {@link RecordReader}. */
    <V> Deserializer<V> deserializer(Topic<V> topic);

    /** Both. */
    default <V> Serde<V> serde(Topic<V> topic) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic));
    }

    /** A reader that tells what cannot be decoded from what cannot be decoded just now. */
    default <V> RecordReader<V> reader(Topic<V> topic) {
        return new RecordReader<>(topic, deserializer(topic));
    }
}
