package remfunnel.ingest.source;

/** A body that is no JSON, or JSON of a shape that the call cannot have; the message quotes none of it. */
final class MalformedBody extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBody(String message) {
        super(message);
    }
}
