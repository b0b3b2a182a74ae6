package remfunnel.standalone;

import remfunnel.config.Check;

/** What one check found. */
sealed interface Finding {
    String subject();

    String text();

    /** Right. */
    record Fine(String subject, String text) implements Finding {}

    /** Not looked at, and why. */
    record Skipped(String subject, String text) implements Finding {}

    /** Not wrong yet, and what to do. */
    record Doubtful(String subject, String text) implements Finding {}

    /** Wrong, and what to do. */
    record Ill(String subject, String text) implements Finding {}

    /** What config-service found, in the words of doctor. */
    static Finding of(Check check) {
        String text = check.advice().isEmpty() ? check.detail() : check.detail() + ": " + check.advice();
        return switch (check.verdict()) {
            case OK -> new Fine(check.name(), text);
            case WARN -> new Doubtful(check.name(), text);
            case FAIL -> new Ill(check.name(), text);
        };
    }

    default boolean needsHelp() {
        return this instanceof Ill;
    }

    default String line() {
        String mark = switch (this) {
            case Fine fine -> "ok";
            case Skipped skipped -> "--";
            case Doubtful doubtful -> "??";
            case Ill ill -> "!!";
        };
        return "%s  %-16s %s".formatted(mark, subject(), text());
    }
}
