package remfunnel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What kind of account is simulated; each key is an account of its own. */
public record SimulatorOptions(
        int orders,
        long seed,
        double movesPerSecond,
        String host,
        int port,
        Duration latency,
        Clock clock,
        int requestsPerSecond,
        Duration tokenTtl,
        List<String> keys,
        Set<Quirk> quirks,
        Duration past) {
    /** An invented key, as every key here. */
    public static final String DEFAULT_KEY = "0123456789abcdef0123456789abcdef";

    static final long FIRST_ORDER_ID = 60_000_001L;

    public SimulatorOptions {
        require(orders >= 0 && orders <= 5_000_000, "orders", orders, "0 to 5000000");
        require(movesPerSecond >= 0 && movesPerSecond <= 10_000, "moves-per-second", movesPerSecond, "0 to 10000");
        require(port >= 0 && port <= 65_535, "port", port, "0 (any free one) to 65535");
        require(requestsPerSecond >= 0, "requests-per-second", requestsPerSecond, "0 (no limit) or more");
        require(!latency.isNegative(), "latency", latency, "0 or more");
        require(tokenTtl.isPositive(), "token-ttl", tokenTtl, "more than 0");
        require(past.isPositive(), "past", past, "more than 0");
        require(
                !keys.isEmpty() && Set.copyOf(keys).size() == keys.size(),
                "keys",
                keys.size(),
                "one or more, all different");
        keys = List.copyOf(keys);
        quirks = Set.copyOf(quirks);
    }

    /** 20,000 orders over two years, three requests a second, orders that stand still, any free port of this machine. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                20_000,
                1,
                0,
                "127.0.0.1",
                0,
                Duration.ZERO,
                Clock.systemUTC(),
                3,
                Duration.ofMinutes(10),
                List.of(DEFAULT_KEY),
                Set.of(),
                Duration.ofDays(730));
    }

    public SimulatorOptions orders(int value) {
        return new SimulatorOptions(
                value,
                seed,
                movesPerSecond,
                host,
                port,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                past);
    }

    public SimulatorOptions seed(long value) {
        return new SimulatorOptions(
                orders,
                value,
                movesPerSecond,
                host,
                port,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                past);
    }

    public SimulatorOptions movesPerSecond(double value) {
        return new SimulatorOptions(
                orders, seed, value, host, port, latency, clock, requestsPerSecond, tokenTtl, keys, quirks, past);
    }

    public SimulatorOptions host(String value) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                value,
                port,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                past);
    }

    public SimulatorOptions port(int value) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                host,
                value,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                past);
    }

    public SimulatorOptions latency(Duration value) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                host,
                port,
                value,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                past);
    }

    public SimulatorOptions clock(Clock value) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                host,
                port,
                latency,
                value,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                past);
    }

    /** 0 is no limit. */
    public SimulatorOptions requestsPerSecond(int value) {
        return new SimulatorOptions(
                orders, seed, movesPerSecond, host, port, latency, clock, value, tokenTtl, keys, quirks, past);
    }

    public SimulatorOptions tokenTtl(Duration value) {
        return new SimulatorOptions(
                orders, seed, movesPerSecond, host, port, latency, clock, requestsPerSecond, value, keys, quirks, past);
    }

    public SimulatorOptions keys(String... values) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                host,
                port,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                List.of(values),
                quirks,
                past);
    }

    public SimulatorOptions quirks(Set<Quirk> values) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                host,
                port,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                values,
                past);
    }

    public SimulatorOptions allQuirks() {
        return quirks(EnumSet.allOf(Quirk.class));
    }

    public SimulatorOptions past(Duration value) {
        return new SimulatorOptions(
                orders,
                seed,
                movesPerSecond,
                host,
                port,
                latency,
                clock,
                requestsPerSecond,
                tokenTtl,
                keys,
                quirks,
                value);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SimulatorOptions[orders=%d, seed=%d, accounts=%d]".formatted(orders, seed, keys.size());
    }

    private static void require(boolean holds, String name, Object value, String right) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + right);
        }
    }
}
