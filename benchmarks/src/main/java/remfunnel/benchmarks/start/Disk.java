package remfunnel.benchmarks.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a machine's directory. */
record Disk(Path data) {
    /** Of the transform's stores. */
    long state() throws IOException {
        try (var files = Files.walk(data.resolve("streams"))) {
            return bytes(files);
        }
    }

    /** Of each topic's records, as they are compressed; what finds them is left out, for the broker allots it in advance. */
    Map<String, Long> topics() throws IOException {
        var topics = new TreeMap<String, Long>();
        try (var partitions = Files.list(data.resolve("kafka"))) {
            for (var partition : partitions.filter(Files::isDirectory).toList()) {
                topics.merge(topic(partition), records(partition), Long::sum);
            }
        }
        return topics;
    }

    private static String topic(Path partition) {
        return partition.getFileName().toString().replaceFirst("-\\d+$", "");
    }

    private static long records(Path partition) throws IOException {
        try (var files = Files.list(partition)) {
            return bytes(files.filter(file -> file.toString().endsWith(".log")));
        }
    }

    private static long bytes(Stream<Path> files) {
        return files.filter(Files::isRegularFile).mapToLong(Disk::size).sum();
    }

    /** A store that is merged in the meantime lets files go. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
