package remfunnel.standalone;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports that other programs know: they are the user's choice, so a taken one is an error and not replaced. */
record Ports(int rest, int kafka, int registry) {
    private static final int HIGHEST = 65_535;

    void checkFree() {
        byOption().forEach(Ports::checkFree);
        if (byOption().values().stream().distinct().count() < byOption().size()) {
            throw new CannotStart("The options " + String.join(", ", byOption().keySet())
                    + " need three different ports, not " + byOption().values() + ".");
        }
    }

    private Map<String, Integer> byOption() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("--kafka-port", kafka);
        ports.put("--registry-port", registry);
        ports.put("--port", rest);
        return ports;
    }

    private static void checkFree(String option, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new CannotStart(option + " is " + port + "; a port is from 1 to " + HIGHEST + ".");
        }
        if (!FreePorts.isFree(port)) {
            throw new CannotStart("Port " + port + " is taken by another program. Stop it, or choose another port: "
                    + option + " " + FreePorts.any() + ".");
        }
    }
}
