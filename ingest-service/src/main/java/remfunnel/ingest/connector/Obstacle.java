package remfunnel.ingest.connector;

import remfunnel.ConnectorState;

/** Why no loop can run for a connector; a person has to do something. */
enum Obstacle {
    NO_KEY(ConnectorState.KEY_REFUSED),
    /** The key was encrypted with a keyset that is not this one. */
    FOREIGN_KEYSET(ConnectorState.KEY_REFUSED),
    /** The address of the source is none that may be asked. */
    ADDRESS(ConnectorState.SOURCE_UNREACHABLE);

    private final ConnectorState state;

    Obstacle(ConnectorState state) {
        this.state = state;
    }

    ConnectorState state() {
        return state;
    }
}
