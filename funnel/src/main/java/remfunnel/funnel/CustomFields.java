package remfunnel.funnel;

import java.util.Optional;

/** The names of an account's own fields: {@code f} and the number of the definition. */
final class CustomFields {
    private static final int LONGEST = 1 + 18;

    private CustomFields() {}

    static boolean isName(String name) {
        return name.length() > 1 && name.length() <= LONGEST && name.charAt(0) == 'f' && isNumber(name);
    }

    /** In its one form, so that no two names are of the same definition. */
    private static boolean isNumber(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return name.charAt(1) != '0' || name.length() == 2;
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
