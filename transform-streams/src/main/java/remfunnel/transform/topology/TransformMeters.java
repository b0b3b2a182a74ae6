package remfunnel.transform.topology;

/** What the topology counts while it works. */
public interface TransformMeters {
    void rejected(String topic);

    /** A fact or a tombstone of one. */
    void wrote(Cause cause);

    /** Equal when nothing is left to do. */
    void restating(String connector, long done, long total);
}
