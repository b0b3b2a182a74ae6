package remfunnel.standalone;

/** What one check found. */
sealed interface Finding {
    String subject();

    String text();

    /** Right. */
    record Fine(String subject, String text) implements Finding {}

    /** Not looked at, and why. */
    record Skipped(String subject, String text) implements Finding {}

    /** Wrong, and what to do. */
    record Ill(String subject, String text) implements Finding {}

    default boolean needsHelp() {
        return this instanceof Ill;
    }

    default String line() {
        String mark = switch (this) {
            case Fine fine -> "ok";
            case Skipped skipped -> "--";
            case Ill ill -> "!!";
        };
        return "%s  %-10s %s".formatted(mark, subject(), text());
    }
}
