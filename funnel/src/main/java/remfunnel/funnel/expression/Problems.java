package remfunnel.funnel.expression;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far. */
final class Problems {
    private static final int QUOTED = 40;

    private final List<ExpressionProblem> found = new ArrayList<>();

    void add(ProblemCode code, Token token, Object... arguments) {
        add(code, token.position(), token.length(), arguments);
    }

    void add(ProblemCode code, int position, int length, Object... arguments) {
        if (!areEnough()) {
            found.add(new ExpressionProblem(code.name(), position, length, code.message(arguments)));
        }
    }

    boolean areEnough() {
        return found.size() >= Limits.PROBLEMS;
    }

    boolean none() {
        return found.isEmpty();
    }

    List<ExpressionProblem> inOrder() {
        return found.stream().sorted(comparingInt(ExpressionProblem::position)).toList();
    }

    /** What the user wrote, short enough for a message. */
    static String quoted(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
