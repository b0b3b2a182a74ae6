package remfunnel.transform.topology;

import remfunnel.schemas.Topic;

/** What the topology counts while it works. */
public interface TransformMeters {
    void rejected(String topic);

    /** What became of an order event that could be read. */
    void observed(Observed what);

    /** A fact, a transition or a total, or a tombstone of one. */
    void wrote(Topic<?> topic, Cause cause);

    /** Equal when nothing is left to do. */
    void restating(String connector, long done, long total);

    /** Another instance may go on with it: nothing more is known of it here. */
    void leftRestating(String connector);

    /** What became of an order event. */
    enum Observed {
        /** It tells something of its order that was not known. */
        NEWS,
        /** It is older than what is known, or of a former life of its connector. */
        STALE
    }
}
