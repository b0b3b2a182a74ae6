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

    /** Where the log goes is said before: a machine logs from its first moment on. */
    static MachineRun begin(Path root, Ports ports, Screen screen, Scene scene) {
        long began = System.nanoTime();
        var parts = new OpenParts();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts, screen), "stop"));
        try {
            var data = parts.add(DataDirectory.open(root));
            Exit.setHaltProcedure((code, message) -> brokerGaveUp(code, data, screen));
            var run = new MachineRun(new Machine(data, ports, screen, parts));
            run.start(scene, began);
            return run;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void start(Scene scene, long began) {
        machine.screen().say("Starting on " + machine.data().root());
        var password = machine.start(scene.prepare(machine.data(), machine.parts()));
        scene.opened(machine);
        machine.screen().say(Announcement.of(machine, System.nanoTime() - began));
        password.map(Announcement::firstLogin).ifPresent(machine.screen()::say);
    }

    void untilStopped() throws InterruptedException {
        forever.await();
    }

    /** The broker halts the process when its disk fails, for it can promise nothing any more: the reason must not be lost. */
    private static void brokerGaveUp(int code, DataDirectory data, Screen screen) {
        screen.say("remfunnel: The broker stopped itself: it cannot use " + data.kafka() + ". See "
                + data.log("remfunnel") + ".");
        Runtime.getRuntime().halt(code);
    }

    private static void stop(OpenParts parts, Screen screen) {
        if (parts.isOpen()) {
            screen.say("Stopping …");
            parts.close();
            screen.say("Stopped.");
        }
    }

    @Override
    public void close() {
        machine.parts().close();
    }
}
