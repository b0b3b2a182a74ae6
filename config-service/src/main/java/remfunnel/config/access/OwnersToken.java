package remfunnel.config.access;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import remfunnel.ApiToken;
import remfunnel.Role;
import remfunnel.config.cli.OwnersFile;

/** A token for the commands of the one who runs the service on this machine, in a file that he alone can read, as long as it runs. */
final class OwnersToken implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private final Optional<ApiTokens.Made> made;
    private volatile Optional<Path> file = Optional.empty();

    OwnersToken(ApiTokens tokens, boolean wanted) {
        made = wanted ? Optional.of(tokens.make("owner", Role.ADMIN, "start")) : Optional.empty();
    }

    Optional<ApiToken> find(String token) {
        return made.map(ApiTokens.Made::kept).filter(kept -> ApiTokens.fits(kept, token));
    }

    /** Not before the port is known; what is ready has it. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        made.ifPresent(token -> {
            int port = ready.getApplicationContext()
                    .getEnvironment()
                    .getRequiredProperty("local.server.port", Integer.class);
            file = Optional.of(OwnersFile.write(port, token.token()));
        });
    }

    @Override
    public void destroy() {
        file.ifPresent(path -> OwnersFile.remove(path, made.orElseThrow().token()));
    }
}
