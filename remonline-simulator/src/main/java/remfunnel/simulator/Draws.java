package remfunnel.simulator;

import java.util.SplittableRandom;

/** Random streams that depend on the seed and on what they are for, never on what was drawn before. */
final class Draws {
    private Draws() {}

    static SplittableRandom of(long seed, long subject, int purpose) {
        long mixed = (seed * 31 + purpose) * 0x9E3779B97F4A7C15L + subject * 0xBF58476D1CE4E5B9L;
        return new SplittableRandom(mixed ^ (mixed >>> 29));
    }

    static <T> T pick(SplittableRandom random, T[] among) {
        return among[random.nextInt(among.length)];
    }

    static boolean chance(SplittableRandom random, double probability) {
        return random.nextDouble() < probability;
    }

    static int exponential(SplittableRandom random, double mean) {
        return (int) Math.max(1, -Math.log(1 - random.nextDouble()) * mean);
    }
}
