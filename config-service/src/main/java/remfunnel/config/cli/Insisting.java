package remfunnel.config.cli;

import java.time.Duration;
import java.util.function.Supplier;

/** Asks again while the service says that it will know in a moment. */
record Insisting(Terminal terminal, Pause pause) {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    Answer answer(Supplier<Answer> question) {
        Answer answer = question.get();
        Duration waited = Duration.ZERO;
        while (answer.retryAfter().isPresent() && waited.compareTo(LONGEST) < 0) {
            if (waited.isZero()) {
                terminal.err().println(answer.refusal());
            }
            Duration wait = answer.retryAfter().get();
            pause.pause(wait);
            waited = waited.plus(wait);
            answer = question.get();
        }
        return answer;
    }
}
