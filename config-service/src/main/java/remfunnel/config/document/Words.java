package remfunnel.config.document;

import java.util.Locale;

/** How documents spell the words of the records: in-progress for IN_PROGRESS. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
