package remfunnel.transform.state;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * What is remembered of one connector.
 *
 * @param life how often it was removed
 * @param namesVersion grows with every name that changed, so that what was made of names knows when it is old
 * @param active the configuration in force
 * @param refused the configuration that came later and is not valid
 * @param removal the revision that removed it last
 */
public record Connector(
        int life, int namesVersion, Optional<Active> active, Optional<Refused> refused, Optional<Long> removal) {
    public static final Connector UNKNOWN = new Connector(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    private static final byte FORMAT = 1;
    private static final Bytes NOTHING = KnownOrder.NOTHING;

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

    public Connector withActive(Active next) {
        return new Connector(life, namesVersion, Optional.of(next), Optional.empty(), removal);
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

    /** The same id begins anew, with names but without orders. */
    public Connector removed(long revision) {
        return new Connector(life + 1, namesVersion, Optional.empty(), Optional.empty(), Optional.of(revision));
    }

    byte[] encode() {
        var config = active.map(Active::config).orElse(NOTHING);
        var fields = active.map(Active::fields).orElse(OwnFields.NONE).encode();
        var refusedConfig = refused.map(Refused::config).orElse(NOTHING);
        var message = refused.map(Refused::message).map(Packing::text).orElse(NOTHING);
        int size = 1 + 2 * Integer.BYTES + 3 * Long.BYTES + Packing.size(config) + Packing.size(fields);
        var target = ByteBuffer.allocate(size + Packing.size(refusedConfig) + Packing.size(message))
                .put(FORMAT)
                .putInt(life)
                .putInt(namesVersion)
                .putLong(active.map(Active::revision).orElse(-1L))
                .putLong(refused.map(Refused::revision).orElse(-1L));
        Packing.put(Packing.put(target, config), fields);
        Packing.put(Packing.put(target, refusedConfig), message);
        return target.putLong(removal.orElse(-1L)).array();
    }

    static Connector decode(byte[] bytes) {
        var source = Packing.open(bytes, FORMAT);
        int life = source.getInt();
        int namesVersion = source.getInt();
        long revision = source.getLong();
        long refusedRevision = source.getLong();
        var active = new Active(revision, Packing.take(source), OwnFields.decode(Packing.take(source)));
        var refusedConfig = Packing.take(source);
        var refused = new Refused(refusedRevision, Packing.text(Packing.take(source)), refusedConfig);
        // What the release before this one wrote ends here.
        var removal =
                Optional.of(source.hasRemaining() ? source.getLong() : -1L).filter(each -> each >= 0);
        return new Connector(
                life,
                namesVersion,
                Optional.of(active).filter(each -> each.revision() >= 0),
                Optional.of(refused).filter(each -> each.revision() >= 0),
                removal);
    }
}
