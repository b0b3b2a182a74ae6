package remfunnel.benchmarks.ingest;

import remfunnel.benchmarks.harness.ParentLine;
import remfunnel.ingest.IngestApplication;

/** The ingest service as it is deployed, until its parent has no more use for it. */
final class IngestProcess {
    private IngestProcess() {}

    public static void main(String[] arguments) {
        var parent = ParentLine.open();
        try (var service = IngestApplication.builder().run(arguments)) {
            parent.say("ready " + service.getId());
            parent.untilTheEnd();
        }
        System.exit(0);
    }
}
