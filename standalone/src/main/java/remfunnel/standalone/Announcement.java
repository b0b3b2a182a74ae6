package remfunnel.standalone;

import remfunnel.config.access.FirstAdmin;

/** The lines that say that everything is up, and where. */
final class Announcement {
    private Announcement() {}

    /** On the screen alone, never in the log. */
    static String firstLogin(String password) {
        return """
                First login, to be changed then and not shown again:
                  user      %s
                  password  %s""".formatted(FirstAdmin.NAME, password);
    }

    static String of(Machine machine, long nanos) {
        return """
                Ready in %.1f s.
                  REST      http://127.0.0.1:%d
                  Kafka     %s
                  Registry  %s/apis/ccompat/v7
                  Log       %s
                Ctrl-C stops everything; the next start goes on where this one stopped.""".formatted(
                        nanos / 1e9,
                        machine.ports().rest(),
                        machine.bootstrapServers(),
                        machine.registryUrl(),
                        machine.data().log("remfunnel"));
    }
}
