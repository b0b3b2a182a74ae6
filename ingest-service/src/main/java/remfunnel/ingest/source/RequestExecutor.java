package remfunnel.ingest.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.tracing.Tracing;

/** Asks until there is an answer or no hope of one. The call stays the same from attempt to attempt; only its pass changes. */
final class RequestExecutor {
    private static final Logger LOGGER = LoggerFactory.getLogger(RequestExecutor.class);
    private static final String TOO_MANY =
            "the source refused an earlier request with this key as one too many, and said when to ask again";
    private static final int MAX_RENEWALS = 2;

    private final HttpUrl base;
    private final Secret apiKey;
    private final HttpExchange exchange;
    private final RequestBudget budget;
    private final Surroundings surroundings;

    /** What a test replaces. */
    record Surroundings(Backoff backoff, Sleeper sleeper, CrmObserver observer, Tracing tracing) {}

    RequestExecutor(ClientSettings settings, HttpExchange exchange, RequestBudget budget, Surroundings surroundings) {
        this.base = HttpUrl.get(settings.baseUrl().toString());
        this.apiKey = settings.apiKey();
        this.exchange = exchange;
        this.budget = budget;
        this.surroundings = surroundings;
    }

    <T> Reply<T> execute(ApiCall<T> call, Access access, Priority priority) {
        try {
            return repeat(call, access, priority);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.Unreachable<>("interrupted before the source answered");
        }
    }

    private <T> Reply<T> repeat(ApiCall<T> call, Access access, Priority priority) throws InterruptedException {
        var attempts = 0;
        var renewals = 0;
        while (true) {
            switch (attempt(call, access, priority)) {
                case Verdict.Done<T> done -> {
                    return done.reply();
                }
                case Verdict.Renew<T> renew -> {
                    if (++renewals > MAX_RENEWALS) {
                        return new Reply.Unreachable<>("the source refuses the tokens that it gives: " + renew.why());
                    }
                }
                case Verdict.Later<T> later -> {
                    if (++attempts >= surroundings.backoff().attempts() || isTooLong(later) || exchange.isClosed()) {
                        return later.reply();
                    }
                    pause(call, later, attempts);
                }
            }
        }
    }

    private <T> Verdict<T> attempt(ApiCall<T> call, Access access, Priority priority) throws InterruptedException {
        return switch (access.pass()) {
            case Reply.Failure<Secret> failure -> new Verdict.Done<>(failure.of());
            case Reply.Answer<Secret> pass -> attempt(call, access, pass.value(), priority);
        };
    }

    private <T> Verdict<T> attempt(ApiCall<T> call, Access access, Secret pass, Priority priority)
            throws InterruptedException {
        var pause = waitForTurn(priority);
        if (!pause.isZero()) {
            return new Verdict.Done<>(new Reply.Unreachable<>(TOO_MANY, Optional.of(pause)));
        }
        var verdict = judged(call, access, pass);
        if (verdict instanceof Verdict.Later<T> later && later.tooMany()) {
            budget.throttled(later.retryAfter().orElse(Duration.ZERO));
        }
        return verdict instanceof Verdict.Renew<T> renew && !access.replaceable(pass)
                ? new Verdict.Done<>(new Reply.KeyRefused<>(renew.why()))
                : verdict;
    }

    /** One request, in a span of its own: its path, for what follows may hold the pass. */
    private <T> Verdict<T> judged(ApiCall<T> call, Access access, Secret pass) {
        try (var work = surroundings.tracing().begin("request")) {
            var sent = send(call, access, pass);
            var verdict = verdict(call, sent, pass);
            if (work.isSeen()) {
                RequestWords.tell(work.connector(surroundings.observer().connector()), call, sent, verdict);
            }
            return verdict;
        }
    }

    private <T> Verdict<T> verdict(ApiCall<T> call, Sent sent, Secret pass) {
        return switch (sent) {
            case Sent.Lost lost -> Verdict.later(lost.why());
            case Sent.Received received -> new Judge(new Redaction(List.of(apiKey, pass))).judge(call, received);
        };
    }

    /** How long the source is to be left alone; zero: it can be asked now. */
    private Duration waitForTurn(Priority priority) throws InterruptedException {
        var began = System.nanoTime();
        var pause = budget.acquire(priority);
        surroundings.observer().waited(priority, Duration.ofNanos(System.nanoTime() - began));
        return pause;
    }

    private Sent send(ApiCall<?> call, Access access, Secret pass) {
        var began = System.nanoTime();
        var sent = exchange.send(request(call, access, pass));
        var outcome = sent instanceof Sent.Received received ? Integer.toString(received.status()) : "io";
        surroundings.observer().answered(call.name(), outcome, Duration.ofNanos(System.nanoTime() - began));
        return sent;
    }

    private Request request(ApiCall<?> call, Access access, Secret pass) {
        var url = base.newBuilder().addPathSegments(call.path());
        call.query().forEach(parameter -> url.addQueryParameter(parameter.name(), parameter.value()));
        var request = new Request.Builder().header("Accept", "application/json").header("User-Agent", "remfunnel");
        access.present(pass, url, request);
        if (!call.form().isEmpty()) {
            var form = new FormBody.Builder();
            call.form().forEach(parameter -> form.add(parameter.name(), parameter.value()));
            request.post(form.build());
        }
        return request.url(url.build()).build();
    }

    private static boolean isTooLong(Verdict.Later<?> later) {
        return later.retryAfter()
                .filter(asked -> asked.compareTo(Backoff.LONGEST_WAIT) > 0)
                .isPresent();
    }

    private void pause(ApiCall<?> call, Verdict.Later<?> later, int attempts) throws InterruptedException {
        var delay = surroundings.backoff().delay(attempts, later.retryAfter().orElse(Duration.ZERO));
        LOGGER.atInfo()
                .addKeyValue("connector", surroundings.observer().connector())
                .addKeyValue("call", call.name())
                .addKeyValue("attempt", attempts)
                .addKeyValue("delay", delay)
                .addKeyValue("reason", later.why())
                .log("The source did not answer; asking again");
        surroundings.sleeper().sleep(delay);
    }
}
