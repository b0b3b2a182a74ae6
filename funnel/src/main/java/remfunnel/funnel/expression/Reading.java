package remfunnel.funnel.expression;

import java.util.List;

/** What a text turned out to be: a formula, or all of its problems in the order of their positions. */
public sealed interface Reading {
    record Read(Formula formula) implements Reading {}

    record Misread(List<ExpressionProblem> problems) implements Reading {
        public Misread {
            problems = List.copyOf(problems);
        }
    }
}
