package remfunnel.funnel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Gathers what is wrong with a draft. */
final class Problems {
    private final List<Problem> all = new ArrayList<>();

    void add(String path, String code, Text message) {
        all.add(new Problem(code, path, OptionalInt.empty(), message));
    }

    void add(Problem problem) {
        all.add(problem);
    }

    /** Adds a problem unless something holds, and says whether it does. */
    boolean require(boolean holds, String path, String code, Text message) {
        if (!holds) {
            add(path, code, message);
        }
        return holds;
    }

    boolean requireAtMost(int most, Collection<?> list, String path) {
        return require(
                list.size() <= most,
                path,
                "TOO_MANY",
                Text.of(
                        list.size() + " entries are too many: at most " + most,
                        "слишком много записей, " + list.size() + ": не больше " + most));
    }

    /** Each of the values once; the path has a %d for the place of a repetition. */
    void requireDistinct(List<?> values, String path) {
        Set<Object> known = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            require(
                    known.add(value),
                    path.formatted(i),
                    "REPEATED",
                    Text.of("'" + value + "' stands here a second time", "«" + value + "» указано второй раз"));
        }
    }

    int count() {
        return all.size();
    }

    List<Problem> all() {
        return List.copyOf(all);
    }
}
