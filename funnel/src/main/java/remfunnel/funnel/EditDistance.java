package remfunnel.funnel;

import java.util.Arrays;

/** How far a mistyped word is from what may have been meant. */
public final class EditDistance {
    private EditDistance() {}

    /** After Levenshtein: so many chars to put in, take out or replace. Takes the product of both lengths. */
    public static int between(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
