package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final InstantSource source = () -> now;
    private final LoginLimit limit = new LoginLimit(source.withZone(ZoneOffset.UTC));

    private void exhaust(String account, String address, int tries) {
        for (int i = 0; i < tries; i++) {
            assertThat(limit.tooMany(account, address)).isEmpty();
        }
    }

    @Test
    void refusesAnAccountFromWhereverItIsTried() {
        for (int i = 0; i < LoginLimit.OF_ACCOUNT; i++) {
            exhaust("vera", "10.0.0." + i, 1);
        }

        assertThat(limit.tooMany("vera", "10.0.1.1")).contains(LoginLimit.WINDOW);
        assertThat(limit.tooMany("olga", "10.0.1.1")).isEmpty();
    }

    @Test
    void refusesAnAddressWhateverItTries() {
        for (int i = 0; i < LoginLimit.FROM_ADDRESS; i++) {
            exhaust("user" + i, "10.0.0.1", 1);
        }

        assertThat(limit.tooMany("another", "10.0.0.1")).isPresent();
        assertThat(limit.tooManyFrom("10.0.0.1")).isPresent();
        assertThat(limit.tooMany("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void letsInAgainAfterAWhile() {
        exhaust("vera", "10.0.0.1", LoginLimit.OF_ACCOUNT);
        assertThat(limit.tooMany("vera", "10.0.0.1")).isPresent();

        now = now.plus(LoginLimit.WINDOW).plus(Duration.ofSeconds(1));

        assertThat(limit.tooMany("vera", "10.0.0.1")).isEmpty();
    }

    @Test
    void forgetsTheWrongPasswordsBeforeTheRightOne() {
        exhaust("vera", "10.0.0.1", LoginLimit.OF_ACCOUNT - 1);

        limit.succeeded("vera", "10.0.0.1");

        exhaust("vera", "10.0.0.1", LoginLimit.OF_ACCOUNT);
    }
}
