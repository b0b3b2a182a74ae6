package remfunnel.standalone;

/** Something on this machine is in the way: the message says what, and what to do about it, in one line. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String whatAndWhatToDo) {
        super(whatAndWhatToDo);
    }

    CannotStart(String whatAndWhatToDo, Throwable cause) {
        super(whatAndWhatToDo, cause);
    }
}
