package remfunnel.funnel;

import java.util.List;

/** What a draft turned out to be: a funnel, or all of its problems at once. */
public sealed interface Compilation {
    record Compiled(Funnel funnel) implements Compilation {}

    record Refused(List<Problem> problems) implements Compilation {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
