package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;

/** Brings configurations into force; between records it restates orders, slice by slice. */
final class ConfigureConnectors implements Processor<byte[], StampedConfig, byte[], byte[]> {
    private static final String WRONG_KEY = "the key is no connector id: [a-z0-9][a-z0-9-]{0,39} in UTF-8";

    private final TopologyParts parts;
    private TaskContext task;
    private Restater restater;
    private Activation activation;

    ConfigureConnectors(TopologyParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = new TaskContext(context, parts);
        var pace = parts.pace();
        var restatements = new Restatements(task.stores(), pace.quiet());
        activation = new Activation(task, parts);
        restater = new Restater(
                task, restatements, new Restater.Rhythm(pace, parts.throttleOf(context.taskId())), parts.meters());
        context.schedule(
                pace.every(), PunctuationType.WALL_CLOCK_TIME, now -> restater.slice(Instant.ofEpochMilli(now)));
        context.schedule(
                pace.status(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> task.statuses().tellChanged(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<byte[], StampedConfig> record) {
        var stamped = record.value();
        var id = stamped.key().flatMap(key -> TextKey.read(key.get())).filter(Keys::isConnectorId);
        var at = Instant.ofEpochMilli(record.timestamp());
        if (id.isEmpty()) {
            reject(stamped, WRONG_KEY);
        } else if (stamped.value().isEmpty()) {
            activation.remove(id.get(), stamped, at);
        } else if (activation.configure(id.get(), stamped, at) instanceof ConfigCheck.Result.Undecodable(var reason)) {
            reject(stamped, reason);
        }
    }

    /** With the place in funnel.config that the bytes came from, not in the repartition topic. */
    private void reject(StampedConfig stamped, String reason) {
        var source = new Source(Topics.CONFIG.name(), stamped.origin());
        byte[] key = stamped.key().map(Bytes::get).orElse(null);
        byte[] value = stamped.value().map(Bytes::get).orElse(null);
        task.outputs().reject(key, value, new Refusal(source, reason, Optional.of(stamped.revision())));
    }

    @Override
    public void close() {
        restater.close();
        task.close();
    }
}
