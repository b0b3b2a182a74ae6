package remfunnel.simulator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Who may come in: keys to tokens, tokens and Bearer keys to accounts, three times a second. */
final class Gate {
    private final SimulatorOptions options;
    private final List<Account> accounts;
    private final RateLimit limit;
    private final Counters counters;
    private final AtomicLong issued = new AtomicLong();

    Gate(SimulatorOptions options, List<Account> accounts, RateLimit limit, Counters counters) {
        this.options = options;
        this.accounts = accounts;
        this.limit = limit;
        this.counters = counters;
    }

    /** Let in, or told why not. */
    sealed interface Verdict {
        record Admitted(int account) implements Verdict {}

        record Refused(Answer answer) implements Verdict {}
    }

    Answer newToken(Call call) {
        var key = call.param("api_key");
        if (key.isEmpty()) {
            return V1Errors.keyMissing();
        }
        var account = accountOfKey(key.get());
        if (account.isEmpty()) {
            return V1Errors.keyRefused();
        }
        counters.account(account.get());
        return grant(account.get());
    }

    Verdict admit(Call call, boolean v2) {
        var credential = call.bearer().or(() -> call.param("token"));
        if (credential.isEmpty()) {
            return new Verdict.Refused(v2 ? V2Face.unauthorized() : V1Errors.tokenMissing());
        }
        var account = accountOfKey(credential.get()).or(() -> accountOfToken(credential.get()));
        if (account.isEmpty()) {
            boolean newer = options.has(Quirk.TOKEN_REFUSED_WITH_401);
            return new Verdict.Refused(v2 ? V2Face.unauthorized() : V1Errors.tokenInvalid(newer));
        }
        counters.account(account.get());
        return checked(account.get(), v2);
    }

    private Verdict checked(int number, boolean v2) {
        if (!limit.admits(options.keys().get(number))) {
            return new Verdict.Refused(v2 ? V2Face.tooMany() : V1Errors.tooMany());
        }
        if (accounts.get(number).access().isTariffExpired()) {
            return new Verdict.Refused(v2 ? V2Face.tariff() : V1Errors.tariff());
        }
        return new Verdict.Admitted(number);
    }

    private Answer grant(int number) {
        if (!limit.admits(options.keys().get(number))) {
            return V1Errors.tooMany();
        }
        if (accounts.get(number).access().isTariffExpired()) {
            return V1Errors.tariff();
        }
        var random = Draws.of(options.seed(), issued.incrementAndGet(), 14);
        var token = new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "")
                + String.format(java.util.Locale.ROOT, "%08x", random.nextInt());
        accounts.get(number).access().grant(token, now() + options.tokenTtl().toMillis());
        return Answer.ok(Json.object("token", token, "success", true));
    }

    private Optional<Integer> accountOfKey(String key) {
        int number = options.keys().indexOf(key);
        return number < 0 || accounts.get(number).access().isRevoked() ? Optional.empty() : Optional.of(number);
    }

    private Optional<Integer> accountOfToken(String token) {
        return IntStream.range(0, accounts.size())
                .filter(number -> accounts.get(number).access().opens(token, now()))
                .boxed()
                .findFirst();
    }

    private long now() {
        return options.clock().millis();
    }
}
