package remfunnel.funnel.expression;

import java.util.Locale;
import remfunnel.funnel.Text;

/** Every problem a formula can have; docs/formulas.md explains each under its name. */
enum ProblemCode {
    EMPTY(
            "The formula is empty: write one, for example total * 0.94, or leave it out.",
            "Формула пуста: напишите её, например total * 0.94, или уберите совсем."),
    TOO_LONG(
            "The formula is too long: at most %s characters and %s names, numbers and signs.",
            "Формула слишком длинная: не больше %s знаков и %s имён, чисел и знаков действий."),
    TOO_DEEP(
            "Too much is nested here: at most %s levels of parentheses, functions and signs.",
            "Слишком много вложений: не больше %s уровней скобок, функций и знаков."),
    BAD_CHARACTER("%s has no meaning in a formula. %s", "Знак %s в формуле не имеет смысла. %s"),
    BAD_NUMBER(
            "%s is no number: write digits with a decimal point, such as 0.94 or 1200, at most %s digits.",
            "%s — не число: пишите цифры с десятичной точкой, например 0.94 или 1200, не больше %s цифр."),
    DECIMAL_COMMA(
            "%s: a decimal is written with a point, %s; between two arguments put a space after the comma.",
            "%s: дробь пишется с точкой, %s; между двумя аргументами поставьте пробел после запятой."),
    UNCLOSED_TITLE(
            "The title has no closing bracket: write it whole, such as [Order total].",
            "У названия нет закрывающей скобки: напишите его целиком, например [Сумма заказа]."),
    UNKNOWN_NAME("There is no field and no coefficient %s.%s", "Нет ни поля, ни коэффициента %s.%s"),
    UNKNOWN_TITLE("There is no field with the title [%s].%s", "Нет поля с названием [%s].%s"),
    UNKNOWN_FUNCTION(
            "There is no function %s: use min, max, round, abs, if or coalesce.%s",
            "Нет функции %s: есть min, max, round, abs, if и coalesce.%s"),
    NOT_NUMERIC("%s", "%s"),
    SYNTAX("Here stands %s, but %s would be right.", "Здесь стоит %s, а нужно: %s."),
    UNCLOSED_PARENTHESIS("This parenthesis is never closed: add ).", "Эта скобка не закрыта: добавьте )."),
    ARGUMENTS("%s takes %s, not %s.", "Функции %s нужно: %s; а дано: %s."),
    ROUND_PLACES(
            "The places of round are a whole number from %s to %s, such as round(total, 2).",
            "Число знаков в round — целое от %s до %s, например round(total, 2)."),
    COMPARISON_OUTSIDE_IF(
            "An amount is needed here; a comparison stands only in the condition: if(total > 0, total, 0).",
            "Здесь нужна сумма; сравнение бывает только в условии: if(total > 0, total, 0)."),
    CONDITION_EXPECTED(
            "A comparison is needed here, such as if(total > 0, total, 0).",
            "Здесь нужно сравнение, например if(total > 0, total, 0).");

    private final String en;
    private final String ru;

    ProblemCode(String en, String ru) {
        this.en = en;
        this.ru = ru;
    }

    /** An argument that is a {@link Text} goes into each language as it is there. */
    Text message(Object... arguments) {
        Object[] english = arguments.clone();
        Object[] russian = arguments.clone();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Text(String inEnglish, String inRussian)) {
                english[i] = inEnglish;
                russian[i] = inRussian;
            }
        }
        return Text.of(
                String.format(Locale.ROOT, en, english).strip(),
                String.format(Locale.ROOT, ru, russian).strip());
    }
}
