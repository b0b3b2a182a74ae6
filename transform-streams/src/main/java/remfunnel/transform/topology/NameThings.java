package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Name;

/** Keeps what the ids of an account are called, and has orders restated when that changed. */
final class NameThings implements Processor<byte[], byte[], byte[], byte[]> {
    private final TopologyParts parts;
    private RecordReader<DictionaryEntry> reader;
    private TaskContext task;
    private Restatements restatements;
    private Activation activation;

    NameThings(TopologyParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = parts.records().reader(Topics.DICTIONARIES);
        task = new TaskContext(context, parts);
        restatements = new Restatements(task.stores(), parts.pace().quiet());
        activation = new Activation(task, parts);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (NameReading.of(record.key(), record.value(), reader)) {
            case NameReading.Refused(var reason) -> task.refuse(record, reason);
            case NameReading.Accepted(var key, var name) -> name(key, name, Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private void name(NameReading.Key key, Optional<Name> name, Instant at) {
        if (task.stores().name(key.text()).equals(name)) {
            return;
        }
        var connector = task.stores().connector(key.connector()).withNewName();
        task.stores().keep(key.text(), name);
        task.stores().keep(key.connector(), connector);
        if (key.kind() == DictionaryKind.ORDER_FIELD) {
            activation.retry(key.connector(), at);
            activation.redefine(key.connector(), at);
        } else if (connector.active().isPresent()) {
            restatements.forNames(key.connector(), task.now());
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
