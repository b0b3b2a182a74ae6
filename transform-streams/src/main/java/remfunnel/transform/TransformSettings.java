package remfunnel.transform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import remfunnel.schemas.Party;
import remfunnel.transform.topology.Pace;

/**
 * The settings of this service alone.
 *
 * @param applicationId of Kafka Streams: another one derives everything by itself, beside the first
 * @param outputPrefix put before the names of the topics that are written, for such another one; empty for the first
 * @param stateDir where state is kept; losing it costs time, nothing else
 * @param threads that process records; more than there are partitions are idle
 * @param standbys how many other instances keep a copy of each state
 * @param sliceOrders how many orders a slice of a restatement has at most
 * @param sliceTime how long a slice takes at most
 * @param namesQuiet how long changed names are collected before orders are restated for them
 * @param rocksdbMemoryMb what all stores on disk together use of memory
 * @param advertisedAddress where the other instances reach this one, as host:port; null: where it listens
 */
@ConfigurationProperties("remfunnel.transform")
record TransformSettings(
        @DefaultValue(Party.TRANSFORM_APPLICATION) String applicationId,
        @DefaultValue("") String outputPrefix,
        @DefaultValue("data/transform") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("0") int standbys,
        @DefaultValue("2000") int sliceOrders,
        @DefaultValue("50ms") Duration sliceTime,
        @DefaultValue("2s") Duration namesQuiet,
        @DefaultValue("96") int rocksdbMemoryMb,
        String advertisedAddress) {
    TransformSettings {
        atLeast("threads", threads, 1);
        atLeast("standbys", standbys, 0);
        atLeast("slice-orders", sliceOrders, 1);
        atLeast("rocksdb-memory-mb", rocksdbMemoryMb, 16);
    }

    private static void atLeast(String name, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException(
                    "remfunnel.transform." + name + " is " + found + "; it is at least " + least);
        }
    }

    Optional<String> advertised() {
        return Optional.ofNullable(advertisedAddress).filter(address -> !address.isBlank());
    }

    Pace pace() {
        return new Pace(Pace.DEFAULT.every(), sliceOrders, sliceTime, namesQuiet, Pace.DEFAULT.status());
    }
}
