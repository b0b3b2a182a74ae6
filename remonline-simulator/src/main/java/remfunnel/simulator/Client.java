package remfunnel.simulator;

import java.util.List;
import java.util.Locale;

/** A client of the shop: invented people and firms. */
record Client(long id, String firstName, String lastName, boolean juridical, List<String> phones, int createdAt) {
    private static final String[] FIRST = {"Тест", "Пример", "Образец", "Проба", "Макет"};
    private static final String[] LAST = {"Альфа", "Бета", "Гамма", "Дельта", "Эпсилон", "Дзета", "Сигма", "Омега"};

    static Client draw(long seed, int number, int since) {
        var random = Draws.of(seed, number, 5);
        boolean firm = Draws.chance(random, 0.1);
        var last = Draws.pick(random, LAST) + "-" + number;
        var phone = String.format(Locale.ROOT, "7000%07d", number);
        List<String> phones = switch (random.nextInt(12)) {
            case 0 -> List.of();
            case 1 -> List.of("");
            case 2 -> List.of(phone, String.format(Locale.ROOT, "7001%07d", number));
            default -> List.of(phone);
        };
        var first = firm ? "ООО" : Draws.pick(random, FIRST);
        return new Client(7_000_001L + number, first, last, firm, phones, since + number);
    }

    String name() {
        return firstName + " " + lastName;
    }

    String email() {
        return id % 3 == 0 ? "client" + id + "@example.com" : "";
    }

    boolean fromCampaign() {
        return id % 4 == 1;
    }
}
