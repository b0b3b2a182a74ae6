package remfunnel.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The lines of a generated order: drawn anew for each version, so an edit is a new version. */
final class Lines {
    private static final String[] AMOUNTS = {"1", "1", "1", "1", "2", "4", "1.5", "2.5", "0.7"};
    private static final Article[] PARTS = {
        new Article(41000001, "Аккумулятор", "3500", "2100"),
        new Article(41000002, "Винт", "25", "3.5"),
        new Article(41000003, "Масло, л", "800", "420"),
        new Article(41000004, "Экран", "6490.5", "4316.66667"),
        new Article(41000005, "Клавиатура", "2900", "1750.25"),
        new Article(41000006, "Термопаста", "129.9", "18.33333"),
        new Article(41000007, "Разъём питания", "450", "0"),
        new Article(41000008, "Накопитель", "7990", "6120"),
    };
    private static final Article[] OPERATIONS = {
        new Article(42000001, "Диагностика", "500", "0"),
        new Article(42000002, "Замена аккумулятора", "2000", "300"),
        new Article(42000003, "Замена масла", "650", "0"),
        new Article(42000004, "Чистка", "1200", "0"),
        new Article(42000005, "Пайка", "1850.5", "0"),
    };

    private Lines() {}

    static List<Line> draw(long seed, long index, int version) {
        if (version == 0) {
            return List.of();
        }
        var random = Draws.of(seed, index, 100 + version);
        int parts = random.nextInt(4);
        int operations = 1 + random.nextInt(2);
        var lines = new ArrayList<Line>(parts + operations);
        for (int k = 0; k < parts + operations; k++) {
            lines.add(line(random, firstId(index) + k, k < parts));
        }
        return lines;
    }

    static long firstId(long index) {
        return 81_000_001L + index * 8;
    }

    private static Line line(SplittableRandom random, long id, boolean part) {
        var article = Draws.pick(random, part ? PARTS : OPERATIONS);
        var amount = new BigDecimal(Draws.pick(random, AMOUNTS));
        var discount = Draws.chance(random, 0.12)
                ? article.price()
                        .multiply(amount)
                        .multiply(new BigDecimal("0.1"))
                        .setScale(0, RoundingMode.DOWN)
                : BigDecimal.ZERO;
        int engineer = Draws.chance(random, 0.6) ? 310002 : 310005;
        return new Line(
                id, part, article.id(), article.title(), amount, article.price(), article.cost(), discount, engineer);
    }

    private record Article(long id, String title, BigDecimal price, BigDecimal cost) {
        Article(long id, String title, String price, String cost) {
            this(id, title, new BigDecimal(price), new BigDecimal(cost));
        }
    }
}
