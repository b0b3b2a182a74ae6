package remfunnel.standalone.replay;

import static remfunnel.standalone.replay.CompactedTopic.NOT_LOOKED_AT_YET;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;

/** Compares, key by key and byte by byte, what was derived beside with what there is. */
final class Comparison {
    private static final List<Topic<?>> DERIVED = List.of(Topics.FACTS, Topics.TRANSITIONS, Topics.TOTALS);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final int LOOKS = 4;
    private static final int SAMPLES = 20;

    /** Records, of which each takes some 200 bytes where its key is not said again. */
    private static final long MOST_AT_ONCE = 500_000;

    private final Map<String, Object> kafka;
    private final PrintWriter out;
    private final Duration betweenLooks;

    Comparison(Map<String, Object> kafka, PrintWriter out) {
        this(kafka, out, BETWEEN_LOOKS);
    }

    Comparison(Map<String, Object> kafka, PrintWriter out, Duration betweenLooks) {
        this.kafka = kafka;
        this.out = out;
        this.betweenLooks = betweenLooks;
    }

    /** Whether everything is equal. */
    boolean run() {
        out.printf("%-20s %10s %10s %10s%n", "topic", "keys", "beside", "different");
        boolean equal = true;
        for (var topic : DERIVED) {
            equal &= compare(topic.name());
        }
        out.println(equal ? "Everything is equal." : "Not everything is equal.");
        out.flush();
        return equal;
    }

    /** Live orders reach the one before the other: only what differs at every look differs. */
    private boolean compare(String name) {
        var topics = new Pair(new CompactedTopic(kafka, name), new CompactedTopic(kafka, Beside.PREFIX + name));
        var looked = topics.ends();
        var first = topics.differing(NOT_LOOKED_AT_YET);
        Set<String> differing = new TreeSet<>(first.keys());
        for (int look = 1; look < LOOKS && !differing.isEmpty(); look++) {
            LockSupport.parkNanos(betweenLooks.toNanos());
            var looking = topics.ends();
            differing.retainAll(topics.differing(looked).keys());
            looked = looking;
        }
        out.printf("%-20s %,10d %,10d %,10d%n", name, first.size(), first.sizeBeside(), differing.size());
        differing.stream().limit(SAMPLES).forEach(key -> out.println("  " + key));
        return differing.isEmpty();
    }

    private record Difference(long size, long sizeBeside, Set<String> keys) {
        Difference plus(Difference other) {
            keys.addAll(other.keys);
            return new Difference(size + other.size, sizeBeside + other.sizeBeside, keys);
        }
    }

    private record Pair(CompactedTopic there, CompactedTopic beside) {
        Map<TopicPartition, Long> ends() {
            Map<TopicPartition, Long> ends = new HashMap<>(there.ends());
            ends.putAll(beside.ends());
            return ends;
        }

        /** Key by key in memory, so of a large topic a part of the keys at a time. */
        Difference differing(Map<TopicPartition, Long> looked) {
            int parts = 1 + (int) ((there.records() + beside.records()) / MOST_AT_ONCE);
            return IntStream.range(0, parts)
                    .mapToObj(part -> differing(new CompactedTopic.Part(part, parts), looked))
                    .reduce(new Difference(0, 0, new TreeSet<>()), Difference::plus);
        }

        private Difference differing(CompactedTopic.Part part, Map<TopicPartition, Long> looked) {
            var one = there.read(part, looked);
            var other = beside.read(part, looked);
            var keys = Stream.concat(one.keys().stream(), other.keys().stream())
                    .filter(key -> !one.areEqual(other, key))
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Difference(one.keys().size(), other.keys().size(), keys);
        }
    }
}
