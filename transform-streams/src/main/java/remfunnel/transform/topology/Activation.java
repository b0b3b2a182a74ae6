package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import remfunnel.FunnelConfig;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.OwnFields;
import remfunnel.transform.state.Packing;

/** Puts configurations in force, refuses them, and removes connectors. */
final class Activation {
    private static final String TOO_LARGE =
            "the value is larger than " + StampedConfig.MAX_VALUE_BYTES + " bytes; only its beginning is kept";

    private final TaskContext task;
    private final Restatements restatements;
    private final Lives lives;
    private final ConfigCheck check;

    Activation(TaskContext task, TopologyParts parts) {
        this.task = task;
        this.restatements = new Restatements(task.stores(), parts.pace().quiet());
        this.lives = new Lives(task.stores(), restatements);
        this.check = new ConfigCheck(parts.records().reader(Topics.CONFIG));
    }

    /** As of the moment of the record that led to it. Its result also says whether the bytes were a configuration at all. */
    ConfigCheck.Result configure(String id, StampedConfig stamped, Instant at) {
        if (task.stores().connector(id).isPast(stamped.revision())) {
            return new ConfigCheck.Result.Past();
        }
        var config = stamped.value().orElse(Packing.NOTHING);
        var titles = knownFields(id);
        var result = stamped.isTooLarge()
                ? new ConfigCheck.Result.Undecodable(TOO_LARGE)
                : check.check(id, config.get(), titles);
        switch (result) {
            case ConfigCheck.Result.Valid(var valid, var funnel) ->
                activate(id, stampedWith(stamped.revision(), valid), at);
            case ConfigCheck.Result.Past past -> {}
            case ConfigCheck.Result.Invalid(var message) ->
                refuse(id, new Connector.Refused(stamped.revision(), message, config));
            case ConfigCheck.Result.Undecodable(var reason) ->
                refuse(id, new Connector.Refused(stamped.revision(), undecodable(reason), Packing.NOTHING));
        }
        return result;
    }

    /** A refused configuration may have named a field of the account whose title was not known yet. */
    void retry(String id, Instant at) {
        task.stores()
                .connector(id)
                .refused()
                .filter(refused -> refused.config().get().length > 0)
                .map(refused -> new StampedConfig(
                        new Origin(0, refused.revision()), Optional.empty(), Optional.of(refused.config())))
                .ifPresent(again -> configure(id, again, at));
    }

    /** The configuration in force goes on with what is now known of fields, unless it would no longer be valid. */
    void redefine(String id, Instant at) {
        var fields = knownFields(id);
        var connector = task.stores().connector(id);
        connector
                .active()
                .filter(active -> !active.fields().equals(fields))
                .filter(active -> check.check(id, active.config().get(), fields).isValid())
                .ifPresent(active -> {
                    task.stores().keep(id, connector.withFields(fields));
                    restatements.forNames(id, task.now());
                    if (needsDefinitions(id, active.config().get())) {
                        publish(id, new Connector.Active(active.revision(), active.config(), fields), at);
                    }
                });
    }

    /**
     * What was in force before this application knew anything. What it wrote itself is no news to it; what is news is written once
     * more, for a replay may have written an older configuration, or a removal, behind it.
     */
    void adopt(String id, ActiveRecord found) {
        var known = task.stores().connector(id);
        if (known.isRemovedSince(found.revision())) {
            return;
        }
        boolean isLaterLife = found.life() > known.life();
        lives.admits(id, found.life(), task.now());
        var active = new Connector.Active(
                found.revision(),
                Bytes.wrap(task.outputs().encode(found.config())),
                found.fields().orElseGet(() -> knownFields(id)));
        boolean isNews = known.isBefore(active.revision())
                && found.isOfLife(known.life())
                && check.check(id, active.config().get(), active.fields()).isValid();
        if (isNews) {
            putInForce(id, active);
            task.outputs().activateAgain(found);
        } else if (isLaterLife) {
            task.stores()
                    .connector(id)
                    .active()
                    .filter(current -> current.revision() >= found.life())
                    .ifPresent(current -> publish(id, current, found.at()));
        }
    }

    private OwnFields knownFields(String id) {
        return new KnownNames(task.stores().namesOf(id)).ownFields();
    }

    private static FunnelConfig stampedWith(long revision, FunnelConfig valid) {
        return FunnelConfig.newBuilder(valid).setRevision(revision).build();
    }

    private void activate(String id, FunnelConfig config, Instant at) {
        var fields = knownFields(id);
        var bytes = Bytes.wrap(task.outputs().encode(config));
        var active = new Connector.Active(config.getRevision(), bytes, fields);
        putInForce(id, active);
        publish(id, active, at);
    }

    /** Headers tell where in funnel.config it stands: there is one partition, and a revision is an offset. */
    private void publish(String id, Connector.Active active, Instant at) {
        byte[] config = active.config().get();
        var definitions = Optional.of(active.fields()).filter(any -> needsDefinitions(id, config));
        long life = task.stores().connector(id).life();
        task.outputs()
                .activate(id, config, new Origin(0, active.revision()), new Outputs.Activated(life, definitions, at));
    }

    /** Whether it names fields of the account by their titles. */
    private boolean needsDefinitions(String id, byte[] config) {
        return !check.check(id, config, OwnFields.NONE).isValid();
    }

    private void putInForce(String id, Connector.Active active) {
        task.stores().keep(id, task.stores().connector(id).withActive(active));
        restatements.forConfig(id, task.now());
        tell(id);
    }

    private void refuse(String id, Connector.Refused refused) {
        task.stores().keep(id, task.stores().connector(id).withRefused(refused));
        tell(id);
    }

    void remove(String id, StampedConfig stamped, Instant removedAt) {
        if (task.stores().connector(id).isPast(stamped.revision())) {
            return;
        }
        lives.end(id, stamped.revision(), task.now());
        var removed = new Outputs.Activated(stamped.revision(), Optional.empty(), removedAt);
        task.outputs().activate(id, null, new Origin(0, stamped.revision()), removed);
        tell(id);
    }

    private void tell(String id) {
        task.statuses().tell(id, task.now());
    }

    private static String undecodable(String reason) {
        return "the record in funnel.config cannot be decoded as a FunnelConfig: " + reason
                + " / запись в funnel.config не читается как FunnelConfig";
    }
}
