package remfunnel.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The machine, as far as figures depend on it. */
public final class HostFacts {
    private HostFacts() {}

    public static Map<String, String> now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("cores", Integer.toString(system.getAvailableProcessors()));
        facts.put("memory", (system.getTotalMemorySize() >> 30) + " GiB");
        facts.put("system", system.getName() + " " + system.getArch());
        facts.put("jdk", System.getProperty("java.vm.vendor") + " " + Runtime.version());
        facts.put("load", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()));
        return facts;
    }
}
