package remfunnel.standalone;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.Exit;

/** A machine that runs in this process: started, announced, and stopped by a signal or by the one who began it. */
final class MachineRun implements AutoCloseable {
    private final Machine machine;
    private final CountDownLatch forever = new CountDownLatch(1);

    private MachineRun(Machine machine) {
        this.machine = machine;
    }

    static MachineRun begin(Path root, MachineOptions options, Terminal terminal) {
        long began = System.nanoTime();
        ProcessLog.into(root, options.verbose());
        var parts = new OpenParts();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts, terminal), "stop"));
        try {
            var data = parts.add(DataDirectory.open(root));
            Exit.setHaltProcedure((code, message) -> brokerGaveUp(code, data, terminal));
            var run = new MachineRun(new Machine(data, options.ports(), terminal, parts));
            run.start(root, began);
            return run;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void start(Path root, long began) {
        machine.terminal().say("Starting on " + root);
        machine.start();
        machine.terminal().say(Announcement.of(machine, System.nanoTime() - began));
    }

    void untilStopped() throws InterruptedException {
        forever.await();
    }

    /** The broker halts the process when its disk fails, for it can promise nothing any more: the reason must not be lost. */
    private static void brokerGaveUp(int code, DataDirectory data, Terminal terminal) {
        terminal.say("remfunnel: The broker stopped itself: it cannot use " + data.kafka() + ". See "
                + data.log("remfunnel") + ".");
        Runtime.getRuntime().halt(code);
    }

    private static void stop(OpenParts parts, Terminal terminal) {
        if (parts.isOpen()) {
            terminal.say("Stopping …");
            parts.close();
            terminal.say("Stopped.");
        }
    }

    @Override
    public void close() {
        machine.parts().close();
    }
}
