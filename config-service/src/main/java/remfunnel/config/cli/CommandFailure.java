package remfunnel.config.cli;

/** A command cannot go on for a reason that its user understands: the message is all that is shown. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message);
    }
}
