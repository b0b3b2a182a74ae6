package remfunnel.funnel.expression;

import java.util.Locale;
import remfunnel.funnel.Text;

/** What people write for a sign of the formula language, and what would be right. */
final class StrayCharacter {
    private static final Text NONE = Text.of("Take it out.", "Уберите его.");

    private StrayCharacter() {}

    /** The character itself where it can be seen, and its code point. */
    static String name(int character) {
        String code = String.format(Locale.ROOT, "U+%04X", character);
        boolean visible = switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        return visible ? Character.toString(character) : code;
    }

    static Text hint(int character) {
        return switch (character) {
            case '×', '·', '∙', '⋅' -> write("*");
            case '÷', ':', '\\' -> write("/");
            case '−', '–', '—' -> write("-");
            case '≤' -> write("<=");
            case '≥' -> write(">=");
            case '≠', '!' -> write("!=");
            case '&' -> write("and");
            case '|' -> write("or");
            case ';' -> write(",");
            case '{', '}' -> write("( )");
            case ']', '"', '\'', '«', '»', '“', '”' ->
                Text.of("A title stands in brackets: [Order total].", "Название пишется в скобках: [Сумма заказа].");
            case '%' -> Text.of("Write 2.1 % as 0.021.", "Пишите 2,1 % как 0.021.");
            case '^' -> Text.of("There are no powers: multiply.", "Степеней нет: умножайте.");
            default -> NONE;
        };
    }

    private static Text write(String right) {
        return Text.of("Write “" + right + "” instead.", "Замените его на «" + right + "».");
    }
}
