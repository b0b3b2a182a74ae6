package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * What is remembered of one connector.
 *
 * @param life begun with the revision of this number, or later: orders that were read in an earlier one are forgotten
 * @param namesVersion grows with every name that changed, so that what was made of names knows when it is old
 * @param active the configuration in force
 * @param refused the configuration that came later and is not valid
 * @param removal the revision that removed it last
 */
public record Connector(
        long life, int namesVersion, Optional<Active> active, Optional<Refused> refused, Optional<Long> removal) {
    public static final Connector UNKNOWN = new Connector(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    private static final byte FORMAT = 2;
    private static final Bytes NOTHING = Packing.NOTHING;

    /**
     * A configuration in force.
     *
     * @param config as written to funnel.config.active
     * @param fields the definitions of the account's own fields that it was compiled with: a field renamed later breaks nothing
     */
    public record Active(long revision, Bytes config, OwnFields fields) {}

    /**
     * A configuration that is not valid.
     *
     * @param config as it was read; empty when it could not even be decoded
     */
    public record Refused(long revision, String message, Bytes config) {}

    /** A refusal that is newer stands: the writer has not mended it yet. */
    public Connector withActive(Active next) {
        var newer = refused.filter(each -> each.revision() > next.revision());
        return new Connector(life, namesVersion, Optional.of(next), newer, removal);
    }

    /** The configuration in force, compiled with other definitions. */
    public Connector withFields(OwnFields fields) {
        var redefined = active.map(each -> new Active(each.revision(), each.config(), fields));
        return new Connector(life, namesVersion, redefined, refused, removal);
    }

    public Connector withRefused(Refused next) {
        return new Connector(life, namesVersion, active, Optional.of(next), removal);
    }

    public Connector withNewName() {
        return new Connector(life, namesVersion + 1, active, refused, removal);
    }

    /** Orders of former lives are none of it any more. */
    public Connector inLife(long next) {
        return new Connector(Math.max(life, next), namesVersion, active, refused, removal);
    }

    /** The same id begins anew, with names but without orders. */
    public Connector removed(long revision) {
        return new Connector(
                Math.max(life, revision), namesVersion, Optional.empty(), Optional.empty(), Optional.of(revision));
    }

    /** Whether something later than this revision is known already, as when a replay meets what was settled long ago. */
    public boolean isPast(long revision) {
        return active.filter(each -> each.revision() >= revision).isPresent()
                || refused.filter(each -> each.revision() > revision).isPresent()
                || removal.filter(each -> each >= revision).isPresent();
    }

    /** Whether what is in force is older, or there is nothing. */
    public boolean isBefore(long revision) {
        return active.filter(each -> each.revision() >= revision).isEmpty();
    }

    /** Whether it was removed after the configuration of this revision was written. */
    public boolean isRemovedSince(long revision) {
        return removal.filter(each -> each > revision).isPresent();
    }

    byte[] encode() {
        var config = active.map(Active::config).orElse(NOTHING);
        var fields = active.map(Active::fields).orElse(OwnFields.NONE).encode();
        var refusedConfig = refused.map(Refused::config).orElse(NOTHING);
        var message = refused.map(Refused::message).map(Packing::text).orElse(NOTHING);
        int size = 1 + Integer.BYTES + 4 * Long.BYTES + Packing.size(config, fields, refusedConfig, message);
        var target = ByteBuffer.allocate(size)
                .put(FORMAT)
                .putLong(life)
                .putInt(namesVersion)
                .putLong(active.map(Active::revision).orElse(-1L))
                .putLong(refused.map(Refused::revision).orElse(-1L));
        return Packing.put(target.putLong(removal.orElse(-1L)), config, fields, refusedConfig, message)
                .array();
    }

    static Connector decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        long life = source.getLong();
        int namesVersion = source.getInt();
        long revision = source.getLong();
        long refusedRevision = source.getLong();
        var removal = Optional.of(source.getLong()).filter(each -> each >= 0);
        var active = new Active(revision, Packing.take(source), OwnFields.decode(Packing.take(source)));
        var refusedConfig = Packing.take(source);
        var refused = new Refused(refusedRevision, Packing.text(Packing.take(source)), refusedConfig);
        return new Connector(
                life,
                namesVersion,
                Optional.of(active).filter(each -> each.revision() >= 0),
                Optional.of(refused).filter(each -> each.revision() >= 0),
                removal);
    }
}
