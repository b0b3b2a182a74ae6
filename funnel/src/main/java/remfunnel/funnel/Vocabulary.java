package remfunnel.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields that conditions, formulas and dimensions may name. A field of the account's own ({@code f1482}) is accepted
 * whether or not its definition is known; the definition adds its title.
 */
public final class Vocabulary {
    private static final Vocabulary STANDARD =
            new Vocabulary(Arrays.stream(OrderField.ALL).map(OrderField::field).toList(), List.of());

    private final List<Field> standard;
    private final List<Field> custom;
    private final Map<String, Field> byName;

    private Vocabulary(List<Field> standard, List<Field> custom) {
        this.standard = standard;
        this.custom = custom;
        this.byName = fields().stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));
    }

    /** The fields that every order has. */
    public static Vocabulary standard() {
        return STANDARD;
    }

    /** With the definitions of the account's own fields in place of those it had. */
    public Vocabulary withCustomFields(Collection<Field> definitions) {
        var distinct = definitions.stream()
                .filter(Field::isCustom)
                .collect(Collectors.toMap(Field::name, Function.identity(), (earlier, later) -> later));
        return new Vocabulary(
                standard,
                distinct.values().stream()
                        .sorted(Comparator.comparing(Field::name))
                        .toList());
    }

    /** Those every order has, then the account's own. */
    public List<Field> fields() {
        var all = new ArrayList<>(standard);
        all.addAll(custom);
        return List.copyOf(all);
    }

    public Optional<Field> named(String name) {
        var known = Optional.ofNullable(byName.get(name));
        return known.isPresent() || !CustomFields.isName(name) ? known : Optional.of(undefined(name));
    }

    /** By its title in either language, in any letter case. Empty as well when two of the account's own fields share it. */
    public Optional<Field> titled(String title) {
        var known = only(standard, title);
        return known.isPresent()
                ? known
                : only(custom.stream().filter(Field::isTitled).toList(), title);
    }

    /** What to say of a name that no field has. */
    Text unknown(String name) {
        var known = fields().stream().map(Field::name).collect(Collectors.joining(", "));
        return Text.of(
                "there is no field '" + name + "'; the fields are " + known + " and f<id> for the account's own",
                "нет поля «" + name + "»; поля: " + known + " и f<id> для собственных полей аккаунта");
    }

    private static Optional<Field> only(List<Field> fields, String title) {
        var wanted = folded(title);
        var found = fields.stream()
                .filter(field -> folded(field.title().ru()).equals(wanted)
                        || folded(field.title().en()).equals(wanted))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String folded(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    private static Field undefined(String name) {
        return Field.custom(name, FieldType.TEXT, Text.of(name, name));
    }
}
