package remfunnel.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A whole order as it stands now: what is stored, what is drawn, and the dictionaries at this moment. */
record OrderView(
        StoredOrder stored,
        long index,
        String number,
        Status status,
        int locationId,
        int orderTypeId,
        People people,
        Client client,
        Optional<Asset> asset,
        List<Line> lines,
        Texts texts,
        Instant now) {

    long id() {
        return stored.id();
    }

    Money money() {
        return Money.of(lines);
    }

    BigDecimal paid() {
        return stored.edit().paid().orElseGet(() -> BigDecimal.valueOf(stored.paidKopecks(), 2));
    }

    int dueAt() {
        return stored.createdAt() + 3 * 86_400 + (int) (index % 5) * 43_200;
    }

    boolean overdue() {
        return !status.isClosed() && dueAt() < now.getEpochSecond();
    }

    boolean statusOverdue() {
        return !status.isClosed() && stored.modifiedAt() + 5L * 86_400 < now.getEpochSecond();
    }

    int scheduledFor() {
        return index % 3 == 0 ? stored.createdAt() + 86_400 : 0;
    }

    boolean urgent() {
        return index % 9 == 0;
    }

    String brand() {
        return asset.map(Asset::brand).orElse(index % 2 == 0 ? "" : "Initech");
    }

    String model() {
        return asset.map(Asset::model).orElse(index % 2 == 0 ? "" : "TPS");
    }

    /** Typed in by hand where there is no asset to take it from. */
    String kind() {
        return asset.isPresent() || index % 2 == 0 ? "" : "Устройство";
    }

    String serial() {
        return asset.isPresent() || index % 2 == 0 ? "" : "S" + id();
    }

    /** Who works on the order; 0 is nobody. */
    record People(int managerId, int engineerId, int campaignId) {
        static People draw(long seed, long index, OrderEdit edit) {
            var random = Draws.of(seed, index, 7);
            int manager = managers(random);
            int engineer = random.nextInt(5) < 2 ? 0 : 310002 + 3 * random.nextInt(2);
            int campaign = random.nextInt(6) == 0 ? 140001 + random.nextInt(3) : 0;
            return new People(edit.managerId().orElse(manager), engineer, campaign);
        }

        private static int managers(SplittableRandom random) {
            return switch (random.nextInt(20)) {
                case 0 -> 0;
                case 1, 2 -> 310003;
                case 3, 4, 5, 6, 7 -> 310004;
                default -> 310001;
            };
        }
    }

    /** What people wrote. */
    record Texts(String malfunction, String resume, String managerNotes, int estimatedCost) {
        private static final String[] FAULTS = {"", "Не включается", "Треснул экран", "Шумит", "Стук \"справа\"\n"};

        static Texts draw(long seed, long index, OrderEdit edit) {
            var random = Draws.of(seed, index, 8);
            var malfunction = Draws.pick(random, FAULTS);
            int estimate = random.nextInt(3) == 0 ? 0 : 500 * (1 + random.nextInt(30));
            return new Texts(
                    edit.malfunction().orElse(malfunction),
                    random.nextInt(3) == 0 ? "Рекомендована чистка" : "",
                    random.nextInt(4) == 0 ? "Позвонить клиенту" : "",
                    estimate);
        }
    }
}
