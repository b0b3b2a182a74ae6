package remfunnel.benchmarks.transform;

/** What order events go through. In this order they are measured: what the first leaves in state is what the one with state puts there. */
enum Design {
    TRANSFORM("remfunnel"),
    ASKED("remfunnel while it answers"),
    PASS_THROUGH("bare pass-through"),
    WITH_STATE("pass-through with get and put"),
    TEXTBOOK("textbook, foreign-key join");

    private final String title;

    Design(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
