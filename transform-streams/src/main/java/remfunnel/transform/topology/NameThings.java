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
    private final Workplace workplace;
    private RecordReader<DictionaryEntry> reader;
    private Station station;
    private Passes passes;
    private Activation activation;

    NameThings(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = workplace.records().reader(Topics.DICTIONARIES);
        station = new Station(context, workplace);
        passes = new Passes(station.books(), workplace.pace().quiet());
        activation = new Activation(station, workplace);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (NameReading.of(record.key(), record.value(), reader)) {
            case NameReading.Refused(var reason) -> station.refuse(record, reason);
            case NameReading.Accepted(var key, var name) -> name(key, name, Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private void name(NameReading.Key key, Optional<Name> name, Instant at) {
        if (station.books().name(key.text()).equals(name)) {
            return;
        }
        var connector = station.books().connector(key.connector()).withNewName();
        station.books().keep(key.text(), name);
        station.books().keep(key.connector(), connector);
        if (key.kind() == DictionaryKind.ORDER_FIELD) {
            activation.retry(key.connector(), at);
            activation.redefine(key.connector(), at);
        } else if (connector.active().isPresent()) {
            passes.forNames(key.connector(), station.now());
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
