package remfunnel.ingest.source;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.DictionaryKind;

/** The client: puts each question in the words of the account's API and leaves the asking to the executor. */
record OkHttpCrmClient(
        SourceApi api, RequestExecutor executor, Access access, HttpExchange exchange, InstantSource clock)
        implements CrmClient {
    private static final Logger LOGGER = LoggerFactory.getLogger(OkHttpCrmClient.class);

    @Override
    public Reply<OrderPage> orders(OrderWindow window, int page, Priority priority) {
        return executor.execute(api.orders(window, page), access, priority);
    }

    @Override
    public Reply<Optional<RawOrder>> order(long id, Priority priority) {
        return executor.execute(api.order(id), access, priority);
    }

    @Override
    public Reply<RawOrder> withItems(RawOrder order, Priority priority) {
        var call = api.items(order);
        if (call.isEmpty()) {
            Instant now = clock.instant();
            return Reply.Answer.at(now, order);
        }
        return executor.execute(call.get(), access, priority);
    }

    @Override
    public Reply<List<DictionaryItem>> dictionary(DictionaryKind kind, Priority priority) {
        var known = new LinkedHashMap<String, DictionaryItem>();
        for (var page = 1; ; page++) {
            var reply = firstKnown(api.dictionary(kind, page, known.size()), priority);
            if (!(reply instanceof Reply.Answer<NamesShape.Names> answer) || isLast(kind, answer.value(), known)) {
                return reply.map(names -> List.copyOf(known.values()));
            }
        }
    }

    private Reply<NamesShape.Names> firstKnown(List<ApiCall<NamesShape.Names>> candidates, Priority priority) {
        var reply = executor.execute(candidates.getFirst(), access, priority);
        return reply instanceof Reply.WrongRequest<NamesShape.Names> && candidates.size() > 1
                ? firstKnown(candidates.subList(1, candidates.size()), priority)
                : reply;
    }

    /** A list without a count is whole; one that brings nothing new will bring no more, whatever it counts. */
    private static boolean isLast(DictionaryKind kind, NamesShape.Names names, Map<String, DictionaryItem> known) {
        var before = known.size();
        names.items().forEach(item -> known.putIfAbsent(item.id(), item));
        var missing = names.count().orElse(0) - known.size();
        if (missing > 0 && known.size() == before) {
            LOGGER.atWarn()
                    .addKeyValue("kind", kind)
                    .addKeyValue("known", known.size())
                    .addKeyValue("missing", missing)
                    .log("The source counts more names than it lists");
        }
        return missing <= 0 || known.size() == before;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
