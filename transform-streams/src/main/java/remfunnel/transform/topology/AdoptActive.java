package remfunnel.transform.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.FunnelConfig;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.RecordReader.Reading;
import remfunnel.schemas.Topics;

/**
 * Reads back which configurations are in force. It matters in a replay alone: funnel.config keeps the last record of a connector,
 * and where that one was refused, the one in force stands nowhere else.
 */
final class AdoptActive implements Processor<byte[], byte[], byte[], byte[]> {
    private final TopologyParts parts;
    private RecordReader<FunnelConfig> reader;
    private TaskContext task;
    private Activation activation;

    AdoptActive(TopologyParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = parts.records().reader(Topics.CONFIG_ACTIVE);
        task = new TaskContext(context, parts);
        activation = new Activation(task, parts);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var id = TextKey.connectorOf(record.key());
        if (id.isEmpty() || record.value() == null) {
            return;
        }
        switch (reader.read(record.value())) {
            case Reading.Undecodable<FunnelConfig>(var reason) -> task.refuse(record, reason);
            case Reading.Decoded<FunnelConfig>(var config) ->
                activation.adopt(id.get(), ActiveRecord.of(record, config));
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
