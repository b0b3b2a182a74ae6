package remfunnel.systemtests.steps;

import java.time.Duration;
import java.util.List;
import remfunnel.simulator.DriftKind;
import remfunnel.simulator.Fault;
import remfunnel.systemtests.cases.Step;
import remfunnel.systemtests.cases.World;

/** What happens in an account, and to its API. */
final class InTheShop {
    private InTheShop() {}

    /** So many events of its life, at once. */
    record Live(String account, int events) implements Step {
        @Override
        public void run(World world) {
            world.account(account).step(events);
        }
    }

    /** Nothing moves by itself and nothing fails any more. */
    record CalmDown(String account) implements Step {
        @Override
        public void run(World world) {
            world.account(account).pauseMover();
            world.account(account).clearFaults();
        }
    }

    /** Each request below the path meets each kind of fault with this probability. */
    record Strike(String account, String path, double probability, List<Fault.Kind> kinds) implements Step {
        @Override
        public void run(World world) {
            for (var kind : kinds.isEmpty() ? Fault.Kind.passing() : kinds) {
                world.account(account)
                        .inject(Fault.sometimes(probability, kind, path).lasting(Duration.ofMillis(100)));
            }
        }
    }

    /** After each of so many pages, their first rows change. */
    record Drift(String account, DriftKind kind, int times) implements Step {
        @Override
        public void run(World world) {
            world.account(account).drift(kind, times);
        }
    }

    /** Renames a status. */
    record RenameStatus(String account, int status, String name) implements Step {
        @Override
        public void run(World world) {
            world.account(account).renameStatus(status, name);
        }
    }

    /** Takes the key back, or gives it again. */
    record Key(String account, boolean accepted) implements Step {
        @Override
        public void run(World world) {
            if (accepted) {
                world.account(account).restoreKey();
            } else {
                world.account(account).revokeKey();
            }
        }
    }

    /** All tokens given so far end now. */
    record ExpireTokens(String account) implements Step {
        @Override
        public void run(World world) {
            world.account(account).expireTokens();
        }
    }
}
