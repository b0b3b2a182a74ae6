package remfunnel.standalone;

import java.util.Map;

/** What stands around a machine: nothing for {@code up}, a simulated shop for {@code demo}. */
interface Scene {
    /** Before the parts start: further settings of the services. */
    Map<String, String> prepare(DataDirectory data, OpenParts parts);

    /** Everything is up. */
    void opened(Machine machine);

    /** The world as it is. */
    static Scene real() {
        return new Scene() {
            @Override
            public Map<String, String> prepare(DataDirectory data, OpenParts parts) {
                return Map.of();
            }

            @Override
            public void opened(Machine machine) {
                machine.screen()
                        .say("Connect a shop: REMONLINE_API_KEY=… ./remfunnel apply FILE --url http://localhost:"
                                + machine.ports().rest());
            }
        };
    }
}
