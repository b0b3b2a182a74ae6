package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Against a server that says to the letter what it is told to. */
class ExportCommandTest {
    private static final String HEAD = String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "X-Remfunnel-Rows: 3",
            "X-Remfunnel-As-Of: 2024-05-06T07:08:09Z",
            "Transfer-Encoding: chunked",
            "",
            "");
    private static final String TWO_ROWS = "10\r\n{\"a\":1}\n{\"a\":2}\n\r\n";
    private static final String END = "0\r\n\r\n";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ServerSocket server;

    @Command(name = "remfunnel")
    private static final class Program {}

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void answer(String answer) {
        answer(answer.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(byte[] answer) {
        Thread.ofVirtual().start(() -> {
            try (Socket client = server.accept()) {
                byte[] request = new byte[4096];
                int read = client.getInputStream().read(request);
                client.getOutputStream().write(answer, 0, read > 0 ? answer.length : 0);
            } catch (IOException closed) {
                err.writeBytes("the test's server failed".getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private int export(String... words) {
        return exportOf("facts", words);
    }

    private int exportOf(String what, String... words) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        String[] all = new String[words.length + 4];
        all[0] = "export";
        all[1] = what;
        all[2] = "--url";
        all[3] = "http://127.0.0.1:" + server.getLocalPort();
        System.arraycopy(words, 0, all, 4, words.length);
        return RemfunnelCommands.addTo(new CommandLine(new Program()), terminal).execute(all);
    }

    @Test
    void saysHowManyRowsAsOfWhenAndHowManyAreMissing() {
        answer(HEAD + TWO_ROWS + END);

        int code = export();

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("2 rows of facts as of 2024-05-06T07:08:09Z", "1 records could not be read");
    }

    @Test
    void failsWhenTheExportBreaksOff() {
        answer(HEAD + TWO_ROWS);

        int code = export();

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broke off").doesNotContain("rows of facts");
    }

    @Test
    void leavesNoFileWhenTheExportBreaksOff() throws IOException {
        Path file = Files.writeString(directory.resolve("facts.jsonl"), "of yesterday");
        answer(HEAD + TWO_ROWS);

        int code = export("--output", file.toString());

        assertThat(code).isEqualTo(1);
        assertThat(directory).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
        assertThat(file).hasContent("of yesterday");
    }

    private static byte[] zipped(boolean oneMoment, String... files) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            for (String file : files) {
                entries.putNextEntry(new ZipEntry(file));
                entries.write("a\r\n1\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(String.join(
                        "\r\n",
                        "HTTP/1.1 200 OK",
                        "X-Remfunnel-Rows: 3",
                        "X-Remfunnel-As-Of: 2024-05-06T07:08:09Z",
                        "X-Remfunnel-One-Moment: " + oneMoment,
                        "Content-Length: " + zip.size(),
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8));
        answer.writeBytes(zip.toByteArray());
        return answer.toByteArray();
    }

    @Test
    void writesAllFilesOfOneMoment() throws IOException {
        Path made = directory.resolve("made");
        answer(zipped(true, "facts.csv", "totals.csv", "transitions.csv"));

        int code = exportOf("all", "--format", "csv", "--output", made.toString());

        assertThat(code).isZero();
        try (var files = Files.list(made)) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).hasContent("a\r\n1"));
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("3 rows of facts, transitions and totals as of 2024-05-06T07:08:09Z")
                .doesNotContain("no moment");
    }

    @Test
    void writesWhatIsNotOfOneMomentOnlyWhereThatIsWanted() throws IOException {
        byte[] busy = zipped(false, "facts.csv", "totals.csv", "transitions.csv");

        answer(busy);
        int refused = exportOf("all", "--format", "csv", "--output", directory.toString());
        boolean isNothingThere = directory.toFile().list().length == 0;
        answer(busy);
        int wanted = exportOf("all", "--any-moment", "--format", "csv", "--output", directory.toString());

        assertThat(refused).isEqualTo(1);
        assertThat(isNothingThere).isTrue();
        assertThat(wanted).isZero();
        assertThat(directory).isDirectoryContaining("glob:**/facts.csv");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("no moment between was found", "with --any-moment", "3 rows of facts");
    }

    @Test
    void writesNoneOfTheFilesWhenOneIsMissingOrNotAskedFor() throws IOException {
        answer(zipped(true, "facts.csv", "totals.csv"));
        int missing = exportOf("all", "--format", "csv", "--output", directory.toString());
        answer(zipped(true, "facts.csv", "totals.csv", "../transitions.csv"));
        int elsewhere = exportOf("all", "--format", "csv", "--output", directory.toString());

        assertThat(missing).isEqualTo(1);
        assertThat(elsewhere).isEqualTo(1);
        assertThat(directory).isEmptyDirectory();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broke off", "was not asked for");
    }

    @Test
    void asksForADirectoryOfThreeFiles() {
        assertThat(exportOf("all")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("name their directory with --output");
    }

    @Test
    void countsRowsOfATableWhoseCellsHoldLineEnds() {
        RowCount count = new RowCount(true);
        byte[] table = "a,b\r\n1,\"two\r\nlines, \"\"quoted\"\"\n\"\r\n2,\r\n".getBytes(StandardCharsets.UTF_8);

        count.pass(table, 12);
        count.pass(java.util.Arrays.copyOfRange(table, 12, table.length), table.length - 12);

        assertThat(count.rows()).isEqualTo(2);
    }
}
