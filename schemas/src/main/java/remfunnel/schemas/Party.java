package remfunnel.schemas;

import java.util.List;
import java.util.stream.Stream;

/** Who reads and writes which topics: the third column of the catalogue. What each may do on a secured cluster is made of it. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of, which nobody can change.
public enum Party {
    INGEST(
            List.of(Topics.CONFIG_ACTIVE, Topics.CREDENTIALS, Topics.STATUS, Topics.DICTIONARIES, Topics.CHECKPOINTS),
            List.of(Topics.ORDERS, Topics.DICTIONARIES, Topics.CHECKPOINTS, Topics.STATUS)),
    TRANSFORM(
            List.of(Topics.CONFIG, Topics.CONFIG_ACTIVE, Topics.DICTIONARIES, Topics.ORDERS),
            List.of(
                    Topics.FACTS,
                    Topics.TRANSITIONS,
                    Topics.TOTALS,
                    Topics.CONFIG_ACTIVE,
                    Topics.STATUS,
                    Topics.REJECTS)),
    CONFIG(
            List.of(
                    Topics.CONFIG,
                    Topics.CONFIG_ACTIVE,
                    Topics.CREDENTIALS,
                    Topics.STATUS,
                    Topics.DICTIONARIES,
                    Topics.FACTS,
                    Topics.TRANSITIONS,
                    Topics.TOTALS,
                    Topics.USERS,
                    Topics.TOKENS,
                    Topics.AUDIT,
                    Topics.DRAFTS,
                    Topics.STATUSES_SEEN),
            List.of(
                    Topics.CONFIG,
                    Topics.CREDENTIALS,
                    Topics.USERS,
                    Topics.TOKENS,
                    Topics.AUDIT,
                    Topics.DRAFTS,
                    Topics.STATUSES_SEEN)),
    /** Whoever subscribes to what is derived. */
    CONSUMER(List.of(Topics.FACTS, Topics.TRANSITIONS, Topics.TOTALS), List.of());

    /** The group that instances of ingest share connectors by, and what its transactional ids begin with. */
    public static final String INGEST_GROUP = "remfunnel-ingest";

    /** The application id of Kafka Streams that transform has unless told otherwise. */
    public static final String TRANSFORM_APPLICATION = "remfunnel-transform";

    private final List<Topic<?>> reads;
    private final List<Topic<?>> writes;

    Party(List<Topic<?>> reads, List<Topic<?>> writes) {
        this.reads = reads;
        this.writes = writes;
    }

    public List<Topic<?>> reads() {
        return reads;
    }

    public List<Topic<?>> writes() {
        return writes;
    }

    /** Those that it reads or writes, in the order of the catalogue. */
    public List<Topic<?>> topics() {
        var own = Stream.concat(reads.stream(), writes.stream()).toList();
        return Topics.ALL.stream().filter(own::contains).toList();
    }
}
