package remfunnel.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State that cannot be opened, as a kill in the middle of its removal leaves it. Kafka Streams (4.3.1, {@code initializeStartupStores}) opens
 * what is there before anything else, and would refuse to start for ever, though all of it is a copy of what Kafka holds.
 */
final class BrokenState {
    private static final Logger LOGGER = LoggerFactory.getLogger(BrokenState.class);

    private final Path directory;

    BrokenState(TransformSettings own) {
        this(own.stateDir().resolve(own.applicationId()));
    }

    BrokenState(Path directory) {
        this.directory = directory;
    }

    /** Task by task: the others keep theirs. */
    void remove() {
        folders(directory).stream().filter(BrokenState::isBroken).forEach(BrokenState::remove);
    }

    private static void remove(Path task) {
        LOGGER.atWarn()
                .addKeyValue("directory", task)
                .log("State cannot be opened, which a kill may have caused: it is removed and read back from Kafka");
        try {
            Utils.delete(task.toFile());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private static boolean isBroken(Path task) {
        return folders(task.resolve("rocksdb")).stream()
                .filter(store -> Files.exists(store.resolve("CURRENT")))
                .anyMatch(BrokenState::isUnreadable);
    }

    private static boolean isUnreadable(Path store) {
        try (var options = new Options()) {
            List<byte[]> families = RocksDB.listColumnFamilies(options, store.toString());
            // Each has one at least: that the list cannot be read is told by an empty one.
            if (!families.isEmpty()) {
                open(store, families.stream().map(ColumnFamilyDescriptor::new).toList());
            }
            return families.isEmpty();
        } catch (RocksDBException refused) {
            return Optional.ofNullable(refused.getStatus())
                    .filter(BrokenState::isOfFiles)
                    .isPresent();
        }
    }

    private static void open(Path store, List<ColumnFamilyDescriptor> families) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (var options = new DBOptions()) {
            RocksDB database = RocksDB.openReadOnly(options, store.toString(), families, handles);
            handles.forEach(ColumnFamilyHandle::close);
            database.close();
        }
    }

    /** Files that are missing (of which RocksDB's Java has no name) or do not go together; a disk that is full is no reason to remove anything. */
    private static boolean isOfFiles(Status status) {
        return status.getCode() == Status.Code.Corruption
                || (status.getCode() == Status.Code.IOError && status.getSubCode() == Status.SubCode.Undefined);
    }

    private static List<Path> folders(Path parent) {
        try (var children = Files.isDirectory(parent) ? Files.list(parent) : Stream.<Path>empty()) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
