package remfunnel.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;

/**
 * What the registry's own JVM starts with: the registry, and a watch on standard input. The parent holds the other end and never writes;
 * when it closes it, or is gone in whatever way (kill -9 too), the registry stops. Uses nothing but the JDK: its class path is the registry's.
 */
public final class RegistryProcess {
    private static final String REGISTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private RegistryProcess() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(RegistryProcess::exitWithTheParent);
        try {
            Class.forName(REGISTRY).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            System.err.println("The registry failed: " + e.getCause());
            System.exit(1);
        }
    }

    private static void exitWithTheParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.err.println("The parent is gone: " + gone.getMessage());
        }
        System.exit(0);
    }
}
