package remfunnel.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import remfunnel.standalone.Finding.Fine;
import remfunnel.standalone.Finding.Ill;
import remfunnel.standalone.Finding.Skipped;

/** Compares this machine's clock with the source's: polling asks by the source's time. */
record ClockCheck(Clock clock) {
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    Finding finding() {
        String address = System.getenv().getOrDefault("REMFUNNEL_REMONLINE_URL", "https://api.remonline.app");
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setRequestMethod("HEAD");
            connection.setConnectTimeout(3_000);
            connection.setReadTimeout(3_000);
            return judge(address, connection.getHeaderFieldDate("Date", 0));
        } catch (IOException e) {
            return unknown(address);
        }
    }

    private Finding judge(String address, long theirs) {
        if (theirs == 0) {
            return unknown(address);
        }
        Duration ahead = Duration.between(Instant.ofEpochMilli(theirs), clock.instant());
        return ahead.abs().compareTo(TOLERATED) > 0
                ? new Ill(
                        "clock",
                        "this machine's clock differs by " + ahead.toSeconds() + " s from " + address
                                + ": set it (NTP)")
                : new Fine("clock", "agrees with " + address);
    }

    private static Finding unknown(String address) {
        return new Skipped("clock", address + " does not answer from here, so there is nothing to compare with");
    }
}
