package remfunnel.simulator;

import java.util.Optional;

/** The device or vehicle that an order is about. */
record Asset(long id, String group, String brand, String model, String uid, boolean inOwnStock) {
    private static final String[][] KINDS = {
        {"Ноутбук", "Acme", "Book 14"},
        {"Ноутбук", "Initech", "TPS"},
        {"Телефон", "Globex", "G-1"},
        {"Телефон", "Umbra", "Lite 5"},
        {"Автомобиль", "Hooli", "Roadster"},
    };

    static Optional<Asset> draw(long seed, long index) {
        var random = Draws.of(seed, index, 6);
        var kind = Draws.pick(random, KINDS);
        boolean none = Draws.chance(random, 0.12);
        var uid = "SN-TEST-" + (1_000_000 + index);
        var asset = new Asset(5_000_001L + index, kind[0], kind[1], kind[2], uid, Draws.chance(random, 0.05));
        return none ? Optional.empty() : Optional.of(asset);
    }

    String title() {
        return group + " " + brand + " " + model;
    }
}
