package remfunnel.funnel;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A field of an order.
 *
 * @param name as conditions, formulas and dimensions write it
 * @param v2NeedsItems whether a v2 order has it only when its items were fetched
 * @param reference the dictionary that its ids are names of
 */
public record Field(String name, FieldType type, Text title, boolean v2NeedsItems, Optional<NameKind> reference) {
    /** A field of the account's own, {@code f1482}. */
    public static Field custom(String name, FieldType type, Text title) {
        return new Field(name, type, title, false, Optional.empty());
    }

    /**
     * A field as the ORDER_FIELD dictionary defines it.
     *
     * @param title blank where it was deleted there: orders of old still have values of its type, but the title may be another's now
     * @param typeCode the source's own code, which it does not document: an unknown one is a text
     */
    public static Field defined(String name, String title, Optional<String> typeCode) {
        var type = switch (typeCode.orElse("")) {
            case "0" -> FieldType.FLAG;
            case "5" -> FieldType.TIME;
            case "6" -> FieldType.NUMBER;
            default -> FieldType.TEXT;
        };
        var shown = title.isBlank() ? name : title;
        return custom(name, type, Text.of(shown, shown));
    }

    /** Whether there is more to call it by than its name. */
    boolean isTitled() {
        return !title.ru().equals(name);
    }

    /** Whether it is of the account's own: its value has whatever type it was sent with. */
    public boolean isCustom() {
        return CustomFields.isName(name);
    }

    /** Whether a formula can calculate with it; a custom field's value is read as a decimal when it is one. */
    public boolean isNumeric() {
        return isCustom() || type == FieldType.MONEY || type == FieldType.NUMBER;
    }

    /** What conditions may ask of it. */
    public Set<Operator> operators() {
        return isCustom() ? EnumSet.allOf(Operator.class) : type.operators();
    }
}
