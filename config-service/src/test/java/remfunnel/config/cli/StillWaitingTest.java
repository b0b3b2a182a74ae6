package remfunnel.config.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StillWaitingTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void tellsAgainAndAgainUntilTheAnswerIsThere() {
        var answer = new StillWaiting(terminal, Duration.ofMillis(5)).during("reads all orders", () -> {
            await().atMost(Duration.ofMinutes(3)).until(() -> said().lines().count() > 2);
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(said().lines()).allMatch(line -> line.matches("config-service reads all orders: \\d+ s so far"));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
