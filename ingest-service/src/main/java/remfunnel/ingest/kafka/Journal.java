package remfunnel.ingest.kafka;

import java.util.List;

/** Where the owner of a partition writes. */
public interface Journal {
    /**
     * Writes all of it, or nothing, and returns when readers can see it.
     *
     * @throws JournalClosedException when the partition is not ours any more, or Kafka did not take it
     */
    void write(List<Entry<?>> entries);
}
