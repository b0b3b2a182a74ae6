package remfunnel.standalone;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar carries. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("from a build");
        return new String[] {
            "remfunnel " + version + " on Java " + Runtime.version().feature()
        };
    }
}
