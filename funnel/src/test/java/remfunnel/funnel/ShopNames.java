package remfunnel.funnel;

import java.util.Map;
import java.util.Optional;

/** The names of the shop that the samples come from. */
final class ShopNames implements Names {
    private static final Map<String, String> NAMES =
            Map.of("EMPLOYEE/310001", "Анна", "LOCATION/120001", "Тверь", "STATUS/900106", "Закрыт");

    @Override
    public Optional<String> name(NameKind kind, String id) {
        return Optional.ofNullable(NAMES.get(kind + "/" + id));
    }

    @Override
    public Optional<Integer> statusGroup(long statusId) {
        return statusId == 900106L ? Optional.of(6) : Optional.empty();
    }
}
