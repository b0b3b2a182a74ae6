package remfunnel.schemas;

/** The schema registry did not answer, or not as itself: a passing fault, to be tried again. */
public final class RegistryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(Throwable cause) {
        super("the schema registry cannot be reached; what needs it is tried again", cause);
    }

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
