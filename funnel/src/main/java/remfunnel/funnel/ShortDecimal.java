package remfunnel.funnel;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimals as orders nearly always write them, short and without an exponent, read without a detour through texts. */
final class ShortDecimal {
    /** So many fit into a long whatever they are. */
    private static final int MOST_DIGITS = 18;

    private ShortDecimal() {}

    /** Empty says nothing: it may be a longer number, one with an exponent, or none. */
    static Optional<BigDecimal> read(char[] text, int from, int length) {
        if (length == 0 || length > MOST_DIGITS + 2) {
            return Optional.empty();
        }
        boolean negative = text[from] == '-';
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? from + 1 : from; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
            } else if (text[i] == '.' && point < 0) {
                point = count;
            } else {
                return Optional.empty();
            }
        }
        return count == 0 || count > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(stripped(negative ? -digits : digits, point < 0 ? 0 : count - point));
    }

    private static BigDecimal stripped(long unscaled, int scale) {
        long left = unscaled;
        int places = scale;
        while (places > 0 && left % 10 == 0) {
            left /= 10;
            places--;
        }
        return BigDecimal.valueOf(left, places);
    }
}
