package remfunnel.schemas;

/**
 * One way in which a topic that is there is not as the catalogue says.
 *
 * @param should what the catalogue wants, or the least it wants
 * @param stops whether a service must not work on it: records would be lost, or their order
 * @param mend what puts it right, a command where there is one
 */
public record TopicDifference(String topic, String setting, String is, String should, boolean stops, String mend) {

    /** Of a setting that kafka-configs can change. */
    static TopicDifference ofSetting(String topic, String setting, String is, String should, boolean stops) {
        return new TopicDifference(
                topic,
                setting,
                is,
                should,
                stops,
                "kafka-configs.sh --bootstrap-server BROKERS --alter --entity-type topics --entity-name " + topic
                        + " --add-config " + setting + "=" + should);
    }

    /** What differs, without what to do. */
    public String what() {
        return topic + ": " + setting + " is " + is + ", should be " + should;
    }
}
