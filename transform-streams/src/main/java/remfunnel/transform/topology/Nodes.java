package remfunnel.transform.topology;

/** What the nodes of the topology are called: part of the approved drawing. */
final class Nodes {
    static final String READ_CONFIG = "read-config";
    static final String READ_ACTIVE = "read-active-config";
    static final String READ_NAMES = "read-names";
    static final String READ_ORDERS = "read-orders";
    static final String STAMP = "stamp-revision";
    static final String BY_CONNECTOR = "config-by-connector";
    static final String CONFIGURE = "configure";
    static final String ADOPT = "adopt";
    static final String NAME = "name";
    static final String OBSERVE = "observe";
    static final String WRITE_FACTS = "write-facts";
    static final String WRITE_TRANSITIONS = "write-transitions";
    static final String WRITE_TOTALS = "write-totals";
    static final String WRITE_ACTIVE_CONFIG = "write-active-config";
    static final String WRITE_STATUS = "write-status";
    static final String WRITE_REJECTS = "write-rejects";

    private Nodes() {}
}
