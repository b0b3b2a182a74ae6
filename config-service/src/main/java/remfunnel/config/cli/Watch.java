package remfunnel.config.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import remfunnel.DictionaryKind;
import remfunnel.config.document.DictionaryNames;
import remfunnel.config.document.References;
import tools.jackson.databind.JsonNode;

/** Waits for what the other services do with a connector, and says how far they are. */
final class Watch {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Nobody may have given a key yet. */
    private static final int GRACE_LOOKS = 5;
    /** Names come kind by kind; a kind that stays empty this long has no entries. */
    private static final int SETTLED_LOOKS = 8;

    private final ConfigClient client;
    private final Terminal terminal;
    private final Pause pause;
    private final Duration timeout;
    private String said = "";

    Watch(ConfigClient client, Terminal terminal, Pause pause, Duration timeout) {
        this.client = client;
        this.terminal = terminal;
        this.pause = pause;
        this.timeout = timeout;
    }

    /** The source's names, once those of the wanted kinds are there. */
    References namesOf(String id, Set<DictionaryKind> wanted, boolean justConnected) {
        int settled = 0;
        int former = -1;
        for (long look = 0; look < looks(); look++) {
            Map<DictionaryKind, List<DictionaryNames.Entry>> names = dictionaries(id);
            int count = names.values().stream().mapToInt(List::size).sum();
            settled = count > 0 && count == former ? settled + 1 : 0;
            former = count;
            boolean complete = names.keySet().containsAll(wanted);
            if ((complete && (!justConnected || settled > 1)) || settled > SETTLED_LOOKS) {
                return new DictionaryNames(names);
            }
            saySource(id, look);
            pause.pause(LOOK);
        }
        throw new CommandFailure(id + ": the source's names did not come within " + timeout.toSeconds()
                + " s: is ingest running? ./remfunnel status " + id);
    }

    boolean knowsNames(String id) {
        return !dictionaries(id).isEmpty();
    }

    private long looks() {
        return Math.max(1, timeout.toSeconds());
    }

    private Map<DictionaryKind, List<DictionaryNames.Entry>> dictionaries(String id) {
        return Dictionaries.of(client, id).dictionaries();
    }

    private void saySource(String id, long look) {
        JsonNode status = client.get("/api/status/" + id).orFail();
        JsonNode ingest = status.path("ingest");
        String state = ingest.path("state").asString("");
        String message = ingest.path("message").asString("");
        if (state.equals("KEY_REFUSED") && isAboutWhatIsStored(status, look)) {
            throw new CommandFailure(
                    id + ": the source refuses the API key. " + message + "\nApply again with a key that it accepts.");
        }
        say(id + ": waiting for the source's names" + (state.isEmpty() ? "" : " (" + state + ") ") + message);
    }

    /** A refusal may be of the key or of the source before: ingest reads the new ones when it comes to it. */
    private static boolean isAboutWhatIsStored(JsonNode status, long look) {
        long revision = status.path("ingest").path("revision").asLong(-1);
        return status.path("api-key-stored").asBoolean()
                ? status.path("api-key-tried").asBoolean()
                        && revision >= status.path("latest-revision").asLong()
                : look >= GRACE_LOOKS;
    }

    /** Until the revision is active and every order is restated by it. */
    void untilActive(String id, long revision) {
        long left = looks();
        long formerDone = -1;
        while (left-- > 0) {
            JsonNode status = client.get("/api/status/" + id).orFail();
            JsonNode transform = status.path("transform");
            boolean about = transform.path("revision").asLong(revision) >= revision;
            if (about && transform.path("state").asString("").equals("CONFIG_REJECTED")) {
                throw new CommandFailure(id + ": revision " + revision + " was rejected. "
                        + transform.path("message").asString(""));
            }
            boolean restating = transform.path("state").asString("RESTATING").equals("RESTATING");
            if (about && !restating && status.path("revision").asLong(-1) >= revision) {
                return;
            }
            long done = transform.path("progress").path("done").asLong(0);
            left = done == formerDone ? left : looks();
            formerDone = done;
            sayTransform(id, transform);
            pause.pause(LOOK);
        }
        throw new CommandFailure(id + ": written as revision " + revision + ", but not active and restated within "
                + timeout.toSeconds() + " s: is transform running? ./remfunnel status " + id);
    }

    private void sayTransform(String id, JsonNode transform) {
        JsonNode progress = transform.path("progress");
        say(id
                + (progress.isObject()
                        ? ": restating, " + progress.path("done").asLong() + " of "
                                + progress.path("total").asLong() + " orders"
                        : ": waiting for the configuration to become active"));
    }

    private void say(String line) {
        if (!line.equals(said)) {
            terminal.err().println(line);
            said = line;
        }
    }
}
