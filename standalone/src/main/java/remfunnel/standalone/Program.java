package remfunnel.standalone;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the built program lies: {@code lib/} with the jars, {@code registry/}, and {@code cds/} with what the JVM may keep between starts. */
record Program(Path home, Path ownClasses) {
    /** From the packaged jar, or from the classes of a build (then the program is what the same build unpacked). */
    static Program located() {
        Path own = ownLocation();
        boolean packaged = own.getParent().endsWith("lib");
        Path home = packaged ? own.getParent().getParent() : own.resolveSibling("remfunnel");
        return new Program(home, own);
    }

    Path registry() {
        return home.resolve("registry");
    }

    /** Classes archived by the first run: the registry is up in half the time. Not for class directories, which the JVM refuses. */
    List<String> sharedClasses(String name) {
        Path archives = home.resolve("cds");
        if (Files.isDirectory(ownClasses) || !Files.isWritable(archives)) {
            return List.of();
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archives.resolve(name + ".jsa"),
                "-Xlog:disable");
    }

    private static Path ownLocation() {
        try {
            return Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
