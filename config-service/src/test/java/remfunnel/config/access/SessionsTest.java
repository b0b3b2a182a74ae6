package remfunnel.config.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.Role;
import remfunnel.User;

class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final User VERA = new User("vera", Role.VIEWER, "", false, 7L, NOW, "admin", "");

    private final byte[] key = new byte[32];
    private final Sessions sessions = at(NOW);

    private Sessions at(Instant moment) {
        return new Sessions(new Secrets(key), Clock.fixed(moment, ZoneOffset.UTC), Duration.ofHours(12));
    }

    @Test
    void anotherInstanceKnowsTheSession() {
        String session = sessions.issue(VERA);

        assertThat(at(NOW.plusSeconds(60)).read(session)).contains(new Sessions.Claim("vera", 7));
    }

    @Test
    void endsByItself() {
        String session = sessions.issue(VERA);

        assertThat(at(NOW.plus(Duration.ofHours(13))).read(session)).isEmpty();
    }

    @Test
    void takesNoOtherKeysSessions() {
        String session =
                new Sessions(Secrets.ofChance(), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(12)).issue(VERA);

        assertThat(sessions.read(session)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "a.b.c.d", "dmVyYQ.7.9999999999.", "dmVyYQ.x.y.z", "§.7.1.x"})
    void takesNothingThatWasNotSigned(String forged) {
        assertThat(sessions.read(forged)).isEmpty();
    }

    @Test
    void takesNoSessionWithOneLetterChanged() {
        String session = sessions.issue(VERA);

        for (int i = 0; i < session.length() - 1; i++) {
            char other = session.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(sessions.read(session.substring(0, i) + other + session.substring(i + 1)))
                    .isEmpty();
        }
    }
}
