package remfunnel.benchmarks.transform;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Looks up what is kept of an order, keeps something of the same size, and passes the event on. */
final class GetAndPut implements Processor<byte[], byte[], byte[], byte[]> {
    static final String STORE = "orders";

    private final int valueBytes;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Bytes, byte[]> store;
    private long known;

    GetAndPut(int valueBytes) {
        this.valueBytes = valueBytes;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> its) {
        context = its;
        store = its.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var key = Bytes.wrap(record.key());
        if (store.get(key) != null) {
            known++;
        }
        store.put(key, kept(record.value()));
        context.forward(record);
    }

    /** From the middle of the payload, which differs from order to order. */
    private byte[] kept(byte[] event) {
        int from = Math.max(0, (event.length - valueBytes) / 2);
        return Arrays.copyOfRange(event, from, from + valueBytes);
    }

    @Override
    public void close() {
        System.err.println("found " + known + " of its keys");
    }
}
