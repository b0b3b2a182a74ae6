package remfunnel.systemtests.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.FreePort;
import remfunnel.systemtests.kills.LocalMachine;

/** A source's API key, and one that it refused, are looked for wherever the whole pipeline leaves anything but the heap. */
class KeyNowhereIT {
    private static final String KEY = "f3a9c1e27b5d4860a1f2e3d4c5b6a798";
    private static final String WRONG = "0d6e5f4c3b2a19087766554433221100";
    private static final String NAME = "lavka-that-is-found-7f3c";

    @TempDir
    private Path directory;

    @Test
    void theKeyStandsNowhere() throws IOException {
        int ingest = FreePort.any();
        int transform = FreePort.any();
        try (var source = Simulator.start(
                        SimulatorOptions.defaults().orders(20).keys(KEY).requestsPerSecond(0));
                var machine = LocalMachine.thatIsWatched(directory.resolve(NAME), "searched.log", ingest, transform)) {
            machine.startAndWait();
            var office = Office.of(machine);
            var search = new Search(NAME, KEY, WRONG);

            connect(office, source.baseUrl(), search);
            Traces.ofTopics(machine.bootstrapServers(), search);
            Traces.ofAnswers(office, search);
            List.of(ingest, transform).forEach(port -> Traces.ofActuator(office, port, search));
            machine.processes().forEach(process -> Traces.ofProcess(process, search));
            Traces.ofFiles(directory, search);
            search.in("console", "of the machine", String.join("\n", machine.said()));

            System.out.println("the key was looked for in so many bytes: " + search.searched());
            assertThat(search.found()).isEmpty();
            assertThat(List.of("topic", "answer", "log", "process", "jcmd", "file", "actuator"))
                    .allSatisfy(kind ->
                            assertThat(search.sawTheWordIn(kind)).as(kind).isTrue());
        }
    }

    /** First with a key that is refused; then with the right one, which is also given where it does not belong. */
    private static void connect(Office office, URI source, Search search) {
        String shop = "/api/connectors/" + NAME;
        String document = """
                {"connector": "%s", "title": "%s", "source": {"api": "v1", "base-url": "%s", "poll-every": "1s"},
                 "time-zone": "Europe/Moscow", "currency": "RUB", "stages": []%s}
                """;
        office.send("PUT", shop, document.formatted(NAME, NAME, source, ""), "If-None-Match", "*");
        office.send("PUT", shop + "/credentials", "{\"api-key\": \"" + WRONG + "\"}");
        await().atMost(Patience.OF_A_TEST).until(() -> isRefused(office));
        office.send("PUT", shop + "/credentials", "{\"api-key\": \"" + KEY + "\"}");
        await().atMost(Patience.OF_A_TEST).until(() -> state(office).equals("CONNECTED"));
        String misplaced = document.formatted(NAME, NAME, source, ", \"api-key\": \"" + KEY + "\"");
        List.of(
                        office.send("PUT", shop, misplaced, "If-Match", "*"),
                        office.send("PUT", shop + "/draft", "{\"revision\": 0, \"configuration\": " + misplaced + "}"),
                        office.send("POST", shop + "/plan", misplaced),
                        office.send("POST", shop + "/draft/plan", misplaced),
                        office.send("PUT", shop + "/credentials", "{\"api-key\": \"" + KEY + "\", \"and\": 1}"),
                        office.send("PUT", shop + "/credentials", "{\"api-key\": \"" + KEY))
                .forEach(answer -> search.in("refusal", shop, answer.toString()));
    }

    /** Until ingest has read the key it says that there is none, in the same state. */
    private static boolean isRefused(Office office) {
        return state(office).equals("KEY_REFUSED")
                && office.get("/api/status/" + NAME).path("api-key-tried").asBoolean();
    }

    private static String state(Office office) {
        return office.get("/api/status/" + NAME).at("/ingest/state").asString("");
    }
}
