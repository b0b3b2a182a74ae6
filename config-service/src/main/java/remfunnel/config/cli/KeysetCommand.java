package remfunnel.config.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import remfunnel.schemas.CredentialCipher;

/** Makes the keyset that config-service and ingest-service share. */
@Command(
        name = "keyset",
        mixinStandardHelpOptions = true,
        description = {
            "Make the keyset that API keys are encrypted with (REMFUNNEL_KEYSET_FILE of config-service and ingest-service).",
            "A keyset that is there stays as it is: with another one the stored API keys could not be read any more."
        })
final class KeysetCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "where it is to be; only its owner will be able to read it")
    private Path file;

    KeysetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean there = Files.exists(file);
        try {
            CredentialCipher.createOrLoad(file);
        } catch (RuntimeException clear) {
            throw new CommandFailure(clear.getMessage());
        }
        terminal.out()
                .println(
                        there
                                ? file + ": is a keyset already, and stays"
                                : file + ": made; keep a copy in a safe place");
        return 0;
    }
}
