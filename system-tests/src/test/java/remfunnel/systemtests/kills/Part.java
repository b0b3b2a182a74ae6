package remfunnel.systemtests.kills;

/** What can be killed. */
enum Part {
    INGEST("remfunnel.ingest.IngestApplication"),
    TRANSFORM("remfunnel.transform.TransformApplication"),
    CONFIG("remfunnel.config.ConfigApplication"),
    REGISTRY("");

    private final String main;

    Part(String main) {
        this.main = main;
    }

    String main() {
        return main;
    }

    boolean isService() {
        return this != REGISTRY;
    }
}
