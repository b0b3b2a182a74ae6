package remfunnel.transform.topology;

import java.time.Duration;

/**
 * How work that is no record's is paced, so that records never wait long for it and a transaction never grows old.
 *
 * @param every how often it is looked whether a slice of a restatement is to be done: {@link RestatementThrottle} says
 * @param orders at most this many a slice
 * @param time at most this long a slice
 * @param quiet how long names are collected before orders are restated for them
 * @param status how often changed counts, and progress, are told in funnel.status
 */
public record Pace(Duration every, int orders, Duration time, Duration quiet, Duration status) {
    public static final Pace DEFAULT =
            new Pace(Duration.ofMillis(20), 2_000, Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofSeconds(1));

    public Pace {
        if (orders < 1) {
            throw new IllegalArgumentException("orders a slice is " + orders + "; it is at least 1");
        }
    }
}
