package remfunnel.config.cli;

import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorReading;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.References;

/** A file that is planned, not applied. */
final class Draft {
    private final ConnectorFile file;
    private final ConfigClient client;
    private final String id;

    Draft(ConnectorFile file, ConfigClient client) {
        this.file = file;
        this.client = client;
        this.id = file.connector(References.anything()).config().getConnectorId();
    }

    /** As service and file together say it: what is wrong is told with its line. */
    Answer plan() {
        Answer there = client.get("/api/connectors/" + id);
        if (there.isMissing()) {
            throw new CommandFailure(
                    id + " does not exist yet: ./remfunnel apply makes it. There are no orders yet that a"
                            + " plan could tell of.");
        }
        there.orFail();
        ConnectorReading.Read read = file.connector(Dictionaries.of(client, id));
        return send(read.config());
    }

    private Answer send(FunnelConfig config) {
        Answer answer = client.plan(id, ConnectorWriter.document(config));
        if (!answer.isOk() && !answer.faults().isEmpty()) {
            throw file.refused(answer.faults());
        }
        return answer;
    }
}
