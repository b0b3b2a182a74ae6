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
    private final Workplace workplace;
    private RecordReader<FunnelConfig> reader;
    private Station station;
    private Activation activation;

    AdoptActive(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = workplace.records().reader(Topics.CONFIG_ACTIVE);
        station = new Station(context, workplace);
        activation = new Activation(station, workplace);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var id = TextKey.connectorOf(record.key());
        if (id.isEmpty() || record.value() == null) {
            return;
        }
        switch (reader.read(record.value())) {
            case Reading.Undecodable<FunnelConfig>(var reason) -> station.refuse(record, reason);
            case Reading.Decoded<FunnelConfig>(var config) ->
                activation.adopt(id.get(), ActiveRecord.of(record, config));
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
