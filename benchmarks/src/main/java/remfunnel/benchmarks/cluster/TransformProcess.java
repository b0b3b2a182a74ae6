package remfunnel.benchmarks.cluster;

import remfunnel.benchmarks.harness.ParentLine;
import remfunnel.transform.TransformApplication;

/** The transform as it is deployed, until its parent has no more use for it. It says its port when it is ready. */
public final class TransformProcess {
    private TransformProcess() {}

    public static void main(String[] arguments) {
        var parent = ParentLine.open();
        try (var service = TransformApplication.builder().run(arguments)) {
            parent.say(service.getEnvironment().getRequiredProperty("local.server.port"));
            parent.untilTheEnd();
        }
        System.exit(0);
    }
}
