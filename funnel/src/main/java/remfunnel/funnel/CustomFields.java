package remfunnel.funnel;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names of an account's own fields: {@code f} and the number of the definition. */
final class CustomFields {
    private static final Pattern NAME = Pattern.compile("f(0|[1-9][0-9]{0,17})");

    private CustomFields() {}

    static boolean isName(String name) {
        return !name.isEmpty() && name.charAt(0) == 'f' && NAME.matcher(name).matches();
    }

    /** Accounts from before 2020 leave the f out. */
    static Optional<String> nameOfKey(String key) {
        var name = key.startsWith("f") ? key : "f" + key;
        return isName(name) ? Optional.of(name) : Optional.empty();
    }

    static long number(String name) {
        return Long.parseLong(name, 1, name.length(), 10);
    }

    static String name(long number) {
        return "f" + number;
    }
}
