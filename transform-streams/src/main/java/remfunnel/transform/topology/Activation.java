package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.FunnelConfig;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.Counts;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Origin;

/** Puts configurations in force, refuses them, and removes connectors. */
final class Activation {
    private static final String TOO_LARGE =
            "the value is larger than " + StampedConfig.MAX_VALUE_BYTES + " bytes; only its beginning is kept";

    private final Station station;
    private final Passes passes;
    private final ConfigCheck check;

    Activation(Station station, Passes passes, Records records) {
        this.station = station;
        this.passes = passes;
        this.check = new ConfigCheck(records.reader(Topics.CONFIG));
    }

    /** As of the moment of the record that led to it. Its result also says whether the bytes were a configuration at all. */
    ConfigCheck.Result configure(String id, StampedConfig stamped, Instant at) {
        var config = stamped.value().orElse(KnownOrder.NOTHING);
        var titles = new KnownNames(station.books().namesOf(id)).ownFields();
        var result = stamped.isTooLarge()
                ? new ConfigCheck.Result.Undecodable(TOO_LARGE)
                : check.check(id, config.get(), titles);
        switch (result) {
            case ConfigCheck.Result.Valid(var valid, var funnel) -> activate(id, stamped, valid, at);
            case ConfigCheck.Result.Invalid(var message) ->
                refuse(id, new Connector.Refused(stamped.revision(), message, config));
            case ConfigCheck.Result.Undecodable(var reason) ->
                refuse(id, new Connector.Refused(stamped.revision(), undecodable(reason), KnownOrder.NOTHING));
        }
        return result;
    }

    /** A refused configuration may have named a field of the account whose title was not known yet. */
    void retry(String id, Instant at) {
        station.books()
                .connector(id)
                .refused()
                .filter(refused -> refused.config().get().length > 0)
                .map(refused -> new StampedConfig(
                        new Origin(0, refused.revision()), Optional.empty(), Optional.of(refused.config())))
                .ifPresent(again -> configure(id, again, at));
    }

    /** The configuration in force goes on with what is now known of fields, unless it would no longer be valid. */
    void redefine(String id) {
        var fields = new KnownNames(station.books().namesOf(id)).ownFields();
        var connector = station.books().connector(id);
        connector
                .active()
                .filter(active -> !active.fields().equals(fields))
                .filter(active -> check.check(id, active.config().get(), fields) instanceof ConfigCheck.Result.Valid)
                .ifPresent(active -> {
                    station.books().keep(id, connector.withFields(fields));
                    passes.forNames(id, station.now());
                });
    }

    private void activate(String id, StampedConfig stamped, FunnelConfig valid, Instant at) {
        var config =
                FunnelConfig.newBuilder(valid).setRevision(stamped.revision()).build();
        byte[] bytes = station.desk().encode(config);
        var titles = new KnownNames(station.books().namesOf(id)).ownFields();
        var active = new Connector.Active(stamped.revision(), Bytes.wrap(bytes), titles);
        station.books().keep(id, station.books().connector(id).withActive(active));
        station.desk().activate(id, bytes, stamped, at.toEpochMilli());
        passes.forConfig(id, station.now());
        tell(id);
    }

    private void refuse(String id, Connector.Refused refused) {
        station.books().keep(id, station.books().connector(id).withRefused(refused));
        tell(id);
    }

    /** Its orders belong to a former life from here on; those that arrive later do not. */
    void remove(String id, StampedConfig stamped, Instant removedAt) {
        passes.forRemoval(id, station.now());
        station.books().keep(id, station.books().connector(id).removed(stamped.revision()));
        station.books().keep(id, Counts.NONE);
        station.desk().activate(id, null, stamped, removedAt.toEpochMilli());
        tell(id);
    }

    private void tell(String id) {
        station.statuses().tell(id, station.now());
    }

    private static String undecodable(String reason) {
        return "the record in funnel.config cannot be decoded as a FunnelConfig: " + reason
                + " / запись в funnel.config не читается как FunnelConfig";
    }
}
