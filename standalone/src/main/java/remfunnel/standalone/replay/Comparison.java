package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    Comparison(Map<String, Object> kafka, PrintWriter out) {
        this.kafka = kafka;
        this.out = out;
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
    private boolean compare(String topic) {
        var first = differing(topic);
        Set<String> differing = new TreeSet<>(first.keys());
        for (int look = 1; look < LOOKS && !differing.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            differing.retainAll(differing(topic).keys());
        }
        out.printf("%-20s %,10d %,10d %,10d%n", topic, first.size(), first.sizeBeside(), differing.size());
        differing.stream().limit(SAMPLES).forEach(key -> out.println("  " + key));
        return differing.isEmpty();
    }

    private record Difference(long size, long sizeBeside, Set<String> keys) {
        Difference plus(Difference other) {
            keys.addAll(other.keys);
            return new Difference(size + other.size, sizeBeside + other.sizeBeside, keys);
        }
    }

    /** Key by key in memory, so of a large topic a part of the keys at a time. */
    private Difference differing(String topic) {
        var there = new CompactedTopic(kafka, topic);
        var beside = new CompactedTopic(kafka, Beside.PREFIX + topic);
        int parts = 1 + (int) ((there.records() + beside.records()) / MOST_AT_ONCE);
        return IntStream.range(0, parts)
                .mapToObj(part -> differing(there, beside, new CompactedTopic.Part(part, parts)))
                .reduce(new Difference(0, 0, new TreeSet<>()), Difference::plus);
    }

    private static Difference differing(CompactedTopic one, CompactedTopic other, CompactedTopic.Part part) {
        var there = one.read(part);
        var beside = other.read(part);
        return new Difference(there.size(), beside.size(), differing(there, beside));
    }

    private static Set<String> differing(Map<String, ByteBuffer> one, Map<String, ByteBuffer> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
