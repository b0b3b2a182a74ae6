package remfunnel.config.audit;

/** Records that cannot be decoded: nothing can be said of sums of which they are a part. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final long records;

    UndecodableException(String topic, long records, String reason) {
        super(records + " records of " + topic + " cannot be decoded; the first: " + reason);
        this.topic = topic;
        this.records = records;
    }

    public String topic() {
        return topic;
    }

    public long records() {
        return records;
    }
}
