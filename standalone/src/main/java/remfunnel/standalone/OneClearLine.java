package remfunnel.standalone;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A command that cannot do its work says why and what to do; a stack trace is for bugs. */
final class OneClearLine implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        if (!(thrown instanceof CannotStart)) {
            throw thrown;
        }
        command.getErr().println("remfunnel: " + thrown.getMessage());
        return 1;
    }
}
