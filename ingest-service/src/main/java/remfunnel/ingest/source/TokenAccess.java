package remfunnel.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A token that the key buys: one for all callers, replaced before it ages and when it is refused. */
final class TokenAccess implements Access {
    private record Token(Secret secret, Instant until) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<Reply<Secret>> purchase;
    private final Duration life;
    private final InstantSource clock;
    private Optional<Token> token = Optional.empty();

    TokenAccess(Supplier<Reply<Secret>> purchase, Duration life, InstantSource clock) {
        this.purchase = purchase;
        this.life = life;
        this.clock = clock;
    }

    /** Callers queue at the lock while one of them asks, and then find the token there. */
    @Override
    public Reply<Secret> pass() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var now = clock.instant();
            var fresh = token.filter(held -> now.isBefore(held.until()));
            return fresh.isPresent() ? Reply.Answer.at(now, fresh.get().secret()) : purchased(now);
        } finally {
            lock.unlock();
        }
    }

    /** The documented place: a query parameter. So no URL may be logged. */
    @Override
    public void present(Secret pass, HttpUrl.Builder url, Request.Builder request) {
        url.addQueryParameter("token", pass.value());
    }

    /** Of several callers with one refused token, only the first finds it still held. */
    @Override
    public boolean replaceable(Secret refused) {
        lock.lock();
        try {
            token = token.filter(held -> !held.secret().equals(refused));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Reply<Secret> purchased(Instant asked) {
        var reply = purchase.get();
        if (reply instanceof Reply.Answer<Secret> answer) {
            token = Optional.of(new Token(answer.value(), asked.plus(life)));
        }
        return reply;
    }
}
