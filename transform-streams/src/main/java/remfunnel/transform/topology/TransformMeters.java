package remfunnel.transform.topology;

import remfunnel.schemas.Topic;

/** What the topology counts while it works. */
public interface TransformMeters {
    void rejected(String topic);

    /** A fact, a transition or a total, or a tombstone of one. */
    void wrote(Topic<?> topic, Cause cause);

    /** Equal when nothing is left to do. */
    void restating(String connector, long done, long total);
}
