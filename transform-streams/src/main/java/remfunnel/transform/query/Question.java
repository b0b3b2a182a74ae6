package remfunnel.transform.query;

import org.apache.kafka.common.utils.Bytes;

/** A question as it came. */
record Question(String connector, String method, String path, Bytes body, boolean passedOn) {
    /** Only what may stand in a log. */
    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
