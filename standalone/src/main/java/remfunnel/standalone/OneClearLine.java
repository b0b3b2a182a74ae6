package remfunnel.standalone;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A command that cannot do its work says why and what to do; a stack trace is for bugs. */
final class OneClearLine implements IExecutionExceptionHandler {
    private final IExecutionExceptionHandler others;

    OneClearLine(IExecutionExceptionHandler others) {
        this.others = others;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        if (!(thrown instanceof CannotStart)) {
            return others.handleExecutionException(thrown, command, parsed);
        }
        command.getErr().println("remfunnel: " + thrown.getMessage());
        return 1;
    }
}
