package remfunnel.transform.query;

import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.stereotype.Component;
import remfunnel.transform.state.ReadOnlyStores;

/** Has a question answered where the state is. */
@Component
class Owners {
    private final Whereabouts whereabouts;
    private final Relay relay;

    Owners(Whereabouts whereabouts, Relay relay) {
        this.whereabouts = whereabouts;
        this.relay = relay;
    }

    Reply answer(Question question, Function<ReadOnlyStores, Reply> here) {
        try {
            return switch (whereabouts.of(question.connector())) {
                case Whereabouts.Place.Here(var stores) -> here.apply(stores);
                case Whereabouts.Place.Elsewhere(var host) ->
                    question.passedOn() ? Reply.notNow() : relay.ask(host, question);
                case Whereabouts.Place.OnTheMove() -> Reply.notNow();
            };
        } catch (InvalidStateStoreException moving) {
            return Reply.notNow();
        }
    }
}
