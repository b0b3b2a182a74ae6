package remfunnel.systemtests.kills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network of its own (a network namespace) for some of the services, as a second machine would have it: one wire leads to the brokers
 * and the registry and can be cut, another to the source. So whoever is cut off goes on polling, and the test still sees him.
 */
final class Island implements AutoCloseable {
    private static final String PREFIX = "remfunnel-";

    private final long process = ProcessHandle.current().pid();
    private final String name = PREFIX + process;
    private final String wire = "rf" + process + "w";
    private final String side = "rf" + process + "s";

    /** Of the block that is set aside for tests of networks. */
    private final String net = "198.18." + process % 256 + '.';

    private Island() {}

    /** Empty where it is not permitted, or not known here; says so. */
    static Optional<Island> raise() {
        var island = new Island();
        try {
            removeLeftOvers();
            island.build();
            return Optional.of(island);
        } catch (IOException refused) {
            island.close();
            System.out.println("cluster: no network namespace can be made here: " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** Where brokers and registry are reached, from here and from there, whatever becomes of the wire. */
    String mainland() {
        return net + 1;
    }

    /** Where the source listens for both. */
    String source() {
        return net + 9;
    }

    /** Where its services are asked for their health. */
    String address() {
        return net + 10;
    }

    /** What brokers see its clients come from. */
    String seenAs() {
        return net + 6;
    }

    /** What is put before a command that is to run there. */
    List<String> within() {
        return List.of("ip", "netns", "exec", name);
    }

    /** From now on what is sent either way is lost, and nobody is told. */
    void cut() {
        link("down");
    }

    void mend() {
        link("up");
    }

    private void link(String state) {
        try {
            ip("link", "set", wire, state);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void build() throws IOException {
        ip("netns", "add", name);
        ip("-n", name, "link", "set", "lo", "up");
        ip("addr", "replace", mainland() + "/32", "dev", "lo");
        join(wire, net + 5, "wire", seenAs());
        join(side, source(), "side", address());
        ip("-n", name, "route", "add", mainland(), "via", net + 5);
    }

    private void join(String here, String address, String there, String other) throws IOException {
        ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
        ip("addr", "add", address + "/30", "dev", here);
        ip("link", "set", here, "up");
        ip("-n", name, "addr", "add", other + "/30", "dev", there);
        ip("-n", name, "link", "set", there, "up");
    }

    /** Of tests that were killed: their wires go with the namespace. */
    private static void removeLeftOvers() throws IOException {
        for (String line : ip("netns", "list").lines().toList()) {
            String found = line.split(" ", 2)[0];
            if (found.startsWith(PREFIX) && !isAlive(found.substring(PREFIX.length()))) {
                ip("netns", "delete", found);
            }
        }
    }

    private static boolean isAlive(String process) {
        return process.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    private static String ip(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        var running = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (running.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return said;
    }

    @Override
    public void close() {
        undo("netns", "delete", name);
        undo("addr", "delete", mainland() + "/32", "dev", "lo");
    }

    private static void undo(String... arguments) {
        try {
            ip(arguments);
        } catch (IOException neverMade) {
            return;
        }
    }
}
