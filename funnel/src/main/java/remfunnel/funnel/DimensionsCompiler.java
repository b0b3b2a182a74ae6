package remfunnel.funnel;

import java.util.List;

/** Checks the dimensions of a draft. */
final class DimensionsCompiler {
    private static final int MOST = 50;

    private final Vocabulary vocabulary;
    private final Problems problems;

    DimensionsCompiler(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Dimensions compile(List<String> names) {
        if (!problems.requireAtMost(MOST, names, "dimensions")) {
            return new Dimensions(List.of());
        }
        problems.requireDistinct(names, "dimensions[%d]");
        for (int i = 0; i < names.size(); i++) {
            problems.require(
                    vocabulary.named(names.get(i)).isPresent(),
                    "dimensions[" + i + "]",
                    "UNKNOWN_FIELD",
                    vocabulary.unknown(names.get(i)));
        }
        return new Dimensions(
                names.stream().flatMap(name -> vocabulary.named(name).stream()).toList());
    }
}
