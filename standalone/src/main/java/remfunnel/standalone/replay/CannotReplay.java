package remfunnel.standalone.replay;

/** Why history is not derived again; the message says in one line what to do. */
final class CannotReplay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotReplay(String whatAndWhatToDo) {
        super(whatAndWhatToDo);
    }
}
