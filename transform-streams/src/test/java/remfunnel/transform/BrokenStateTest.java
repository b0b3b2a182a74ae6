package remfunnel.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;

/** As Kafka Streams keeps it: a folder for each task, and in it one for each store, of several column families. */
class BrokenStateTest {
    @TempDir
    private Path directory;

    private Path broken;
    private Path whole;

    @BeforeEach
    void write() throws Exception {
        RocksDB.loadLibrary();
        broken = store("1_0", "totals");
        store("1_0", "orders");
        whole = store("1_1", "totals");
        Files.writeString(directory.resolve("kafka-streams-process-metadata"), "{}");
    }

    private Path store(String task, String name) throws Exception {
        Path store = Files.createDirectories(
                directory.resolve(task).resolve("rocksdb").resolve(name));
        var families = List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                new ColumnFamilyDescriptor("offsets".getBytes(StandardCharsets.UTF_8)));
        var handles = new ArrayList<ColumnFamilyHandle>();
        try (var options = new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true);
                var flush = new FlushOptions();
                var database = RocksDB.open(options, store.toString(), families, handles)) {
            for (var handle : handles) {
                database.put(handle, "key".getBytes(StandardCharsets.UTF_8), new byte[100]);
                database.flush(flush, handle);
            }
        }
        return store;
    }

    private static void delete(Path store, Predicate<String> which) throws IOException {
        try (var files = Files.list(store)) {
            for (Path file : files.filter(each -> which.test(each.getFileName().toString()))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void keepsWhatCanBeOpened() {
        new BrokenState(directory).remove();

        assertThat(broken).isNotEmptyDirectory();
        assertThat(whole).isNotEmptyDirectory();
    }

    /** As it was found after a kill -9. */
    @Test
    void removesATaskWhoseStoreHasLostItsManifest() throws Exception {
        delete(broken, name -> name.startsWith("MANIFEST"));

        new BrokenState(directory).remove();

        assertThat(directory.resolve("1_0")).doesNotExist();
        assertThat(whole).isNotEmptyDirectory();
    }

    /** Any of them, whichever family it is of. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void removesATaskWhoseStoreHasLostATable(int which) throws Exception {
        try (var files = Files.list(broken)) {
            Files.delete(files.filter(each -> each.toString().endsWith(".sst"))
                    .sorted()
                    .skip(which)
                    .findFirst()
                    .orElseThrow());
        }

        new BrokenState(directory).remove();

        assertThat(directory.resolve("1_0")).doesNotExist();
        assertThat(whole).isNotEmptyDirectory();
    }

    /** Kafka Streams begins such a store anew. */
    @Test
    void leavesAStoreThatIsNoDatabaseYet() throws Exception {
        delete(broken, name -> true);

        new BrokenState(directory).remove();

        assertThat(broken).isEmptyDirectory();
    }

    @Test
    void doesNothingWhereThereIsNoState() {
        new BrokenState(directory.resolve("none")).remove();

        assertThat(whole).isNotEmptyDirectory();
    }
}
