package remfunnel.systemtests.monitoring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The programs that Debian's package prometheus brings, where somebody installed it. */
final class Installed {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Installed() {}

    static boolean is(String program) {
        return SEPARATOR
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
