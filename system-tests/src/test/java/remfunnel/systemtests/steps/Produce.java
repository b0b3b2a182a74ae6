package remfunnel.systemtests.steps;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** A record by a client that is not ours: a file in Avro's JSON form, bytes in hexadecimal digits, or a tombstone. */
record Produce(String topic, String key, Optional<String> json, Optional<String> hex, Partitioner partitioner)
        implements Step {
    /** How clients find a partition. */
    enum Partitioner {
        /** Kafka's own, by murmur2 of the part before the slash. */
        CONNECTOR,
        /** librdkafka's default, by CRC-32 of the whole key. */
        CRC32
    }

    @Override
    public void run(World world) {
        world.willRemove(key.replaceFirst("/.*", ""));
        Map<String, Object> settings = Map.of("bootstrap.servers", world.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(topic).size();
            var record = new ProducerRecord<>(topic, partition(partitions), key, value(world));
            var unused = producer.send(record);
        }
    }

    private byte[] value(World world) {
        return json.map(file -> world.encoder().encode(topic, world.text(file)))
                .or(() -> hex.map(HexFormat.of()::parseHex))
                .orElse(null);
    }

    private int partition(int partitions) {
        if (partitioner == Partitioner.CRC32) {
            var crc = new CRC32();
            crc.update(key.getBytes(StandardCharsets.UTF_8));
            return (int) (crc.getValue() % partitions);
        }
        byte[] connector = key.replaceFirst("/.*", "").getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(connector)) % partitions;
    }
}
