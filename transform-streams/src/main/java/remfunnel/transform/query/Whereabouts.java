package remfunnel.transform.query;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.stereotype.Component;
import remfunnel.schemas.ConnectorStreamPartitioner;
import remfunnel.transform.OwnAddress;
import remfunnel.transform.state.ReadOnlyStores;

/** Knows which instance has the state of a connector, and opens it when it is this one. */
@Component
final class Whereabouts {
    private final KafkaStreams streams;
    private final HostInfo own;

    Whereabouts(KafkaStreams streams, OwnAddress own) {
        this.streams = streams;
        this.own = own.host();
    }

    /** Where a connector's state is. */
    sealed interface Place {
        /** The stores may still turn out to be on the move: then reading throws InvalidStateStoreException. */
        record Here(ReadOnlyStores stores) implements Place {}

        record Elsewhere(HostInfo host) implements Place {}

        /** Nowhere yet, or not known. */
        record OnTheMove() implements Place {}
    }

    Place of(String connector) {
        if (!streams.state().isRunningOrRebalancing()) {
            return new Place.OnTheMove();
        }
        var owner = owner(connector);
        if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return new Place.OnTheMove();
        }
        return owner.activeHost().equals(own)
                ? new Place.Here(new ReadOnlyStores(lookup(owner.partition())))
                : new Place.Elsewhere(owner.activeHost());
    }

    private KeyQueryMetadata owner(String connector) {
        try {
            return streams.queryMetadataForKey(
                    ReadOnlyStores.ownersStore(), connector, new ConnectorStreamPartitioner<String, Object>());
        } catch (StreamsNotStartedException starting) {
            return KeyQueryMetadata.NOT_AVAILABLE;
        }
    }

    private ReadOnlyStores.Lookup lookup(int partition) {
        return new ReadOnlyStores.Lookup() {
            @Override
            public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
                return streams.store(
                        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                                .withPartition(partition));
            }
        };
    }
}
