package remfunnel.simulator;

/** A parameter that the API refuses; its face turns this into its own kind of 400. */
final class Invalid extends RuntimeException {
    private final String field;

    Invalid(String field, String problem) {
        super(problem);
        this.field = field;
    }

    String field() {
        return field;
    }
}
