package remfunnel.ingest.source;

import java.util.Optional;
import java.util.Set;

/**
 * Tells what an HTTP answer means, from its status and its own {@code success} and {@code code} together: each alone
 * has been seen to lie.
 */
record Judge(Redaction redaction) {
    /** Token invalid; key missing; key wrong. */
    private static final Set<Integer> PASS_CODES = Set.of(101, 110, 111);

    <T> Verdict<T> judge(ApiCall<T> call, Sent.Received answer) {
        return switch (answer.status()) {
            case 429 -> new Verdict.Later<>("HTTP 429: too many requests", answer.retryAfter(), true);
            case 408 -> new Verdict.Later<>("HTTP 408: the source gave up waiting", answer.retryAfter(), false);
            case 200, 201, 202, 203, 401, 403, 404 -> answer.html() ? page(answer) : json(call, answer);
            case 400 -> wrong(answer, "the source does not accept the request");
            case 414 -> wrong(answer, "the source finds the request too long");
            default -> other(answer);
        };
    }

    private <T> Verdict<T> other(Sent.Received answer) {
        if (answer.status() >= 500) {
            var why = "HTTP %d: the source or a gateway before it is in trouble".formatted(answer.status());
            return new Verdict.Later<>(why, answer.retryAfter(), false);
        }
        if (answer.redirect().isPresent()) {
            return wrong(
                    answer,
                    "redirected to %s, which is not followed; put the right address into base_url"
                            .formatted(answer.redirect().get()));
        }
        return wrong(answer, "not what RemOnline answers; check base_url");
    }

    /** An HTML page comes from something before the source; it is never an answer, however fine its status. */
    private static <T> Verdict<T> page(Sent.Received answer) {
        return Verdict.later(
                "HTTP %d with an HTML page instead of JSON: a gateway in trouble, or base_url is not RemOnline's"
                        .formatted(answer.status()));
    }

    private <T> Verdict<T> json(ApiCall<T> call, Sent.Received answer) {
        return answer.status() < 300 ? answered(call, answer) : refused(call, answer, readable(answer));
    }

    private <T> Verdict<T> answered(ApiCall<T> call, Sent.Received answer) {
        try {
            var envelope = EnvelopeReader.read(answer.body().array());
            if (!envelope.successful()) {
                return refused(call, answer, Optional.of(envelope));
            }
            var value = call.shape().read(envelope);
            return new Verdict.Done<>(new Reply.Answer<>(value, answer.sourceTime(), answer.at(), answer.took()));
        } catch (MalformedBody malformed) {
            return Verdict.later("HTTP %d with %s".formatted(answer.status(), malformed.getMessage()));
        }
    }

    private <T> Verdict<T> refused(ApiCall<T> call, Sent.Received answer, Optional<Envelope> envelope) {
        var code = envelope.flatMap(Envelope::code);
        var why = words(answer, envelope);
        if (answer.status() == 401 || code.filter(PASS_CODES::contains).isPresent()) {
            return new Verdict.Renew<>(why);
        }
        return new Verdict.Done<>(
                switch (answer.status()) {
                    case 403 -> new Reply.NotAllowed<>(why);
                    case 404 ->
                        gone(call, answer, envelope)
                                .orElseGet(() -> new Reply.WrongRequest<>(why
                                        + "; nothing is known under this path, check base_url and the API version"));
                    default -> new Reply.Unreachable<>(why);
                });
    }

    /** A 404 is only news of an order when the API itself says it, in JSON. */
    private static <T> Optional<Reply<T>> gone(ApiCall<T> call, Sent.Received answer, Optional<Envelope> envelope) {
        return envelope.flatMap(said -> call.whenGone())
                .map(value -> new Reply.Answer<>(value, answer.sourceTime(), answer.at(), answer.took()));
    }

    private <T> Verdict<T> wrong(Sent.Received answer, String what) {
        return new Verdict.Done<>(new Reply.WrongRequest<>(words(answer, readable(answer)) + " (" + what + ")"));
    }

    private static Optional<Envelope> readable(Sent.Received answer) {
        try {
            return Optional.of(EnvelopeReader.read(answer.body().array()));
        } catch (MalformedBody noJson) {
            return Optional.empty();
        }
    }

    private String words(Sent.Received answer, Optional<Envelope> envelope) {
        var said = envelope.flatMap(Envelope::message).map(redaction::of).filter(words -> !words.isEmpty());
        var code =
                envelope.flatMap(Envelope::code).map(found -> ", code " + found).orElse("");
        return "HTTP %d%s%s"
                .formatted(
                        answer.status(), code, said.map(words -> ": " + words).orElse(""));
    }
}
