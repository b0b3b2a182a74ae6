package remfunnel.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a key still opens: its session tokens, and whether it was revoked or its tariff ran out. */
final class Access {
    private final Map<String, Long> expiryByToken = new ConcurrentHashMap<>();
    private final AtomicBoolean revoked = new AtomicBoolean();
    private final AtomicBoolean tariffExpired = new AtomicBoolean();

    /** A new token leaves the older ones alone. */
    void grant(String token, long expiresAtMillis) {
        expiryByToken.put(token, expiresAtMillis);
    }

    boolean opens(String token, long nowMillis) {
        return !revoked.get() && expiryByToken.getOrDefault(token, Long.MIN_VALUE) > nowMillis;
    }

    void expireTokens() {
        expiryByToken.clear();
    }

    void revoke(boolean now) {
        revoked.set(now);
    }

    boolean isRevoked() {
        return revoked.get();
    }

    void refuseTariff(boolean now) {
        tariffExpired.set(now);
    }

    boolean isTariffExpired() {
        return tariffExpired.get();
    }
}
