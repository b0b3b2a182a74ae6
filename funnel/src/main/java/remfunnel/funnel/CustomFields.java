package remfunnel.funnel;

import java.util.regex.Pattern;

/** The names of an account's own fields: {@code f} and the number of the definition. */
final class CustomFields {
    private static final Pattern NAME = Pattern.compile("f(0|[1-9][0-9]{0,17})");

    private CustomFields() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
