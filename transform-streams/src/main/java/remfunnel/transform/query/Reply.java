package remfunnel.transform.query;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.funnel.Text;

/** What is said to a question. */
sealed interface Reply {
    /** The answer, to be written as JSON. */
    record Answer(Object body) implements Reply {}

    /** Why there is none; where asking again helps, in how long. */
    record Refusal(int status, String code, Text why, Optional<Duration> again) implements Reply {}

    /** What another instance said. */
    record Relayed(int status, Optional<String> retryAfter, Bytes body) implements Reply {}

    Duration SHORTLY = Duration.ofSeconds(2);

    static Reply refused(int status, String code, Text why) {
        return new Refusal(status, code, why, Optional.empty());
    }

    /** State moves between instances, or is read back. */
    static Reply notNow() {
        return new Refusal(
                503,
                "REBALANCING",
                Text.of(
                        "The connector's state is being moved or read back: ask again in a moment.",
                        "Состояние подключения переносится или восстанавливается: повторите через несколько секунд."),
                Optional.of(SHORTLY));
    }

    /** The broker or the registry is needed for the answer and does not answer itself. */
    static Reply dependencyAway(String message) {
        return new Refusal(
                503,
                "DEPENDENCY_AWAY",
                Text.of(
                        "The broker or the schema registry does not answer (" + message + "): ask again in a moment.",
                        "Брокер или реестр схем не отвечает (" + message + "): повторите через несколько секунд."),
                Optional.of(SHORTLY));
    }

    /** The instance that has the state cannot be reached. */
    static Reply ownerAway(String owner) {
        return new Refusal(
                503,
                "OWNER_AWAY",
                Text.of(
                        "The transform instance at " + owner + " has the connector's state and does not answer: is"
                                + " REMFUNNEL_TRANSFORM_ADVERTISED_ADDRESS an address that the others reach?",
                        "Экземпляр transform по адресу " + owner + ", где состояние подключения, не отвечает."),
                Optional.of(SHORTLY));
    }
}
