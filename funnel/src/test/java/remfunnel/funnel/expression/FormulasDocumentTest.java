package remfunnel.funnel.expression;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/formulas.md true. */
class FormulasDocumentTest {
    private final List<String> lines = readLines();

    @Test
    void explainsEveryCodeAndNoOther() {
        List<String> explained = lines.stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        Stream<String> problems = Arrays.stream(ProblemCode.values()).map(ProblemCode::name);
        Stream<String> issues = Stream.of(Outcome.MISSING_VALUE, Outcome.DIVISION_BY_ZERO, Outcome.OVERFLOW);
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(problems, issues).toList());
    }

    @Test
    void givesExamplesThatCanBeRead() {
        List<String> examples = lines.subList(lines.indexOf("```") + 1, lines.lastIndexOf("```"));

        assertThat(examples).hasSizeGreaterThan(3).allSatisfy(Shop.withOneOrder()::formula);
    }

    @Test
    void givesTheLimitsThatHold() {
        String text = lines.stream().collect(joining(" "));

        assertThat(text)
                .contains(String.format(Locale.ROOT, "at most %,d characters, %d names", Limits.LENGTH, Limits.TOKENS))
                .contains("%d levels of nesting".formatted(Limits.DEPTH))
                .contains("at most %d digits".formatted(Limits.CONSTANT_DIGITS))
                .contains("more than %d digits or stand further than %d places".formatted(Limits.DIGITS, Limits.DIGITS))
                .contains("At most %d problems are told".formatted(Limits.PROBLEMS));
    }

    private static List<String> readLines() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "formulas.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
