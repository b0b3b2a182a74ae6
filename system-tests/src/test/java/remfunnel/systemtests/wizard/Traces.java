package remfunnel.systemtests.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import remfunnel.systemtests.Patience;

/** What a running pipeline leaves behind or tells of itself, handed to a search piece by piece. */
final class Traces {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** But for the table of symbols, which are names in the code and take a minute to be printed. */
    private static final List<String> TOLD_WITHOUT_THE_HEAP = List.of(
            "Thread.print -l -e",
            "VM.system_properties",
            "VM.command_line",
            "VM.flags -all",
            "VM.info",
            "VM.stringtable -verbose",
            "GC.class_histogram",
            "JFR.check");

    private static final List<String> OF_ACTUATOR = List.of(
            "", "/health", "/health/readiness", "/env", "/configprops", "/heapdump", "/threaddump", "/prometheus");

    private Traces() {}

    /** All of the broker's, its own and those of Kafka Streams among them: keys, values and headers. */
    static void ofTopics(String broker, Search search) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (var admin = Admin.create(settings);
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            List<TopicPartition> all = names.stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> of(record, search));
            }
            names.forEach(name -> search.in("name of a topic", name, name));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void of(ConsumerRecord<byte[], byte[]> record, Search search) {
        String place = record.topic() + " at " + record.offset();
        List.of(
                        record.key() == null ? new byte[0] : record.key(),
                        record.value() == null ? new byte[0] : record.value())
                .forEach(bytes -> search.in("topic", place, bytes));
        record.headers()
                .forEach(header -> search.in("topic", place, header.value() == null ? new byte[0] : header.value()));
    }

    /** Whatever can be read over REST, of the first connector and its first order. */
    static void ofAnswers(Office office, Search search) {
        String connector = office.get("/api/connectors").at("/0/connector").asString();
        String order = office.get("/api/connectors/" + connector + "/orders")
                .at("/orders/0/id")
                .asString();
        office.get("/v3/api-docs").path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> path.getKey()
                        .replace("{id}", connector)
                        .replace("{order}", order)
                        .replaceAll("\\{[^}]*}", "1"))
                .forEach(path -> answer(office, office.service().resolve(path), "answer", search));
        ofActuator(office, office.service().getPort(), search);
    }

    static void ofActuator(Office office, int port, Search search) {
        OF_ACTUATOR.forEach(what ->
                answer(office, URI.create("http://127.0.0.1:" + port + "/actuator" + what), "actuator", search));
    }

    private static void answer(Office office, URI address, String kind, Search search) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", office.owner())
                .timeout(Patience.OF_A_TEST)
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofByteArray());
            search.in(kind, address.getPath(), answer.body());
            search.in(kind, address.getPath(), answer.headers().map().toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How it was started, and what the JDK's own tool tells of it from outside. */
    static void ofProcess(ProcessHandle process, Search search) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        List.of("environ", "cmdline").forEach(file -> file(proc.resolve(file), "process", search));
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Path commands = Files.write(Files.createTempFile("jcmd", ".txt"), TOLD_WITHOUT_THE_HEAP);
            var told = new ProcessBuilder(jcmd, Long.toString(process.pid()), "-f", commands.toString())
                    .redirectErrorStream(true)
                    .start();
            search.in("jcmd", process.toString(), told.getInputStream().readAllBytes());
            Files.delete(commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The services' logs, the broker's, the state of Kafka Streams, and all else under the folder; what goes meanwhile is gone. */
    static void ofFiles(Path folder, Search search) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && mayHoldText(file)) {
                    file(file, file.getParent().endsWith("logs") ? "log" : "file", search);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (why instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw why;
            }
        });
    }

    /** Kafka lays out its indexes of offsets in full, which are ten megabytes of nothing each. */
    private static boolean mayHoldText(Path file) {
        return !file.toString().endsWith("index");
    }

    private static void file(Path file, String kind, Search search) {
        try {
            search.in(kind, file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
