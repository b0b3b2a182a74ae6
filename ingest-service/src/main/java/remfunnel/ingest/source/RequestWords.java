package remfunnel.ingest.source;

import remfunnel.tracing.Work;

/** What a span says of a request: neither its query nor its form, where passes stand, nor anything of its answer but how much it was. */
final class RequestWords {
    private RequestWords() {}

    static void tell(Work work, ApiCall<?> call, Sent sent, Verdict<?> verdict) {
        String method = call.form().isEmpty() ? "GET" : "POST";
        work.named(method + " /" + call.path())
                .with("http.request.method", method)
                .with("url.path", "/" + call.path());
        switch (sent) {
            case Sent.Received received -> work.with("http.response.status_code", received.status());
            case Sent.Lost lost -> work.failed("no answer");
        }
        if (!(verdict instanceof Verdict.Done<?> done)) {
            work.failed("to be asked again").with("remfunnel.outcome", "again");
        } else {
            work.with("remfunnel.outcome", outcome(done.reply()));
            rows(work, done.reply());
        }
    }

    private static String outcome(Reply<?> reply) {
        return switch (reply) {
            case Reply.Answer<?> answer -> "answered";
            case Reply.KeyRefused<?> refused -> "key refused";
            case Reply.NotAllowed<?> refused -> "not allowed";
            case Reply.Unreachable<?> away -> "unreachable";
            case Reply.WrongRequest<?> wrong -> "wrong request";
        };
    }

    private static void rows(Work work, Reply<?> reply) {
        if (!(reply instanceof Reply.Answer<?> answer)) {
            work.failed(outcome(reply));
        } else if (answer.value() instanceof OrderPage page) {
            work.with("remfunnel.rows", page.size());
        } else if (answer.value() instanceof NamesShape.Names names) {
            work.with("remfunnel.rows", names.items().size());
        }
    }
}
