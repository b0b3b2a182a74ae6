package remfunnel.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The child's end of {@link ChildJvm}: questions come in, answers go out, and nothing else is printed among them. */
public final class ParentLine {
    private final BufferedReader questions;
    private final PrintStream answers;

    private ParentLine(BufferedReader questions, PrintStream answers) {
        this.questions = questions;
        this.answers = answers;
    }

    public static ParentLine open() {
        var answers = System.out;
        System.setOut(System.err);
        return new ParentLine(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
    }

    public void say(String answer) {
        answers.println(answer);
        answers.flush();
    }

    /** Empty when the parent has no more use for this process, or is gone. */
    public Optional<String> next() {
        try {
            return Optional.ofNullable(questions.readLine());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    public void untilTheEnd() {
        while (next().isPresent()) {
            // Nobody asks anything: only the end matters.
        }
    }
}
