package remfunnel.config.access;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import remfunnel.Role;

/** Makes the first user where there is none, once the topics were read and before anyone is answered. */
public final class FirstAdmin implements SmartLifecycle {
    public static final String NAME = "admin";

    private static final Logger LOGGER = LoggerFactory.getLogger(FirstAdmin.class);

    private final Users users;
    private final Secrets secrets;
    private final boolean passwords;
    private final boolean logging;
    private Optional<String> password = Optional.empty();
    private volatile boolean running;

    /**
     * The launcher shows the password where it shows all else.
     *
     * @param passwords whether anyone logs in with a password at all
     * @param logging whether nobody but the log will say the password
     */
    FirstAdmin(Users users, Secrets secrets, boolean passwords, boolean logging) {
        this.users = users;
        this.secrets = secrets;
        this.passwords = passwords;
        this.logging = logging;
    }

    /** What was made at this start, to be shown once. */
    public synchronized Optional<String> takePassword() {
        Optional<String> taken = password;
        password = Optional.empty();
        return taken;
    }

    @Override
    public synchronized void start() {
        if (passwords && users.all().findAny().isEmpty()) {
            password = Optional.of(secrets.firstPassword());
            users.create(NAME, Role.ADMIN, secrets.firstPassword(), "first start");
        }
        running = true;
        if (logging) {
            takePassword()
                    .ifPresent(made -> LOGGER.atWarn()
                            .log(
                                    "The first login, to be changed then and not said again: {} with the password {}",
                                    NAME,
                                    made));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the topics, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}
