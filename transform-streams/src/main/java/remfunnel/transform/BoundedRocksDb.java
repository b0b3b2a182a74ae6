package remfunnel.transform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** Gives all stores of the process one bound on memory: by itself each would take its own. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    static final String MEMORY_MB = "remfunnel.rocksdb.memory.mb";
    private static final int DEFAULT_MB = 96;
    private static final long MEGABYTE = 1024 * 1024;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        long bytes = megabytes(configs) * MEGABYTE;
        var shared = Shared.of(bytes);
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(shared.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.writeBuffers());
        options.setWriteBufferSize(bytes / 8);
        options.setMaxWriteBufferNumber(2);
    }

    private static long megabytes(Map<String, Object> configs) {
        var configured = configs.get(MEMORY_MB);
        return configured == null ? DEFAULT_MB : Long.parseLong(configured.toString());
    }

    /** Nothing here is the store's alone. */
    @Override
    public void close(String store, Options options) {}

    /** Kafka makes a setter for each store, so what they share can only be the process's. Never closed: it lives as long. */
    private record Shared(Cache cache, WriteBufferManager writeBuffers) {
        private static final ConcurrentMap<Long, Shared> BY_SIZE = new ConcurrentHashMap<>();

        static Shared of(long bytes) {
            return BY_SIZE.computeIfAbsent(bytes, Shared::create);
        }

        private static Shared create(long bytes) {
            RocksDB.loadLibrary();
            var cache = new LRUCache(bytes);
            return new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }
}
