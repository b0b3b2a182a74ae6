package remfunnel.funnel.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import remfunnel.funnel.Api;
import remfunnel.funnel.CalculationDraft;
import remfunnel.funnel.Compilation;
import remfunnel.funnel.FilterDraft;
import remfunnel.funnel.Funnel;
import remfunnel.funnel.FunnelCompiler;
import remfunnel.funnel.FunnelDraft;
import remfunnel.funnel.Marker;
import remfunnel.funnel.Order;
import remfunnel.funnel.OrderReader;
import remfunnel.funnel.OrderReading;
import remfunnel.funnel.SourceDraft;
import remfunnel.funnel.StageDraft;
import remfunnel.funnel.Unmapped;
import remfunnel.funnel.Vocabulary;

/** What histories are made of: an order created at 0, read now and then, in a funnel of three stages. */
final class Histories {
    static final long NEW = 1;
    static final long WORK = 2;
    static final long MORE_WORK = 3;
    static final long PAID = 4;
    static final long UNKNOWN = 8;

    private Histories() {}

    static Instant at(int seconds) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds);
    }

    static Observation seen(int seconds) {
        return new Observation(at(seconds), Optional.empty(), Optional.empty());
    }

    static Order order(long status, int modified) {
        var json = "{\"id\":1,\"created_at\":\"%s\",\"modified_at\":\"%s\",\"status\":{\"id\":%d}}"
                .formatted(at(0), at(modified), status);
        var reading = new OrderReader().read(Api.V1, json.getBytes(StandardCharsets.UTF_8));
        return ((OrderReading.Read) reading).order();
    }

    /** Of an order that stood in these statuses, each 100 seconds after the former and seen 10 seconds later. */
    static StatusHistory through(long... statuses) {
        var history = StatusHistory.empty();
        for (int i = 0; i < statuses.length; i++) {
            history = history.observe(order(statuses[i], 100 * i), seen(100 * i + 10));
        }
        return history;
    }

    static Funnel funnel() {
        return funnel(List.of(
                new StageDraft("new", "New", Optional.of(Marker.INITIAL), List.of(NEW)),
                new StageDraft("work", "Work", Optional.empty(), List.of(WORK, MORE_WORK)),
                new StageDraft("paid", "Paid", Optional.of(Marker.SUCCESS), List.of(PAID))));
    }

    static Funnel funnel(List<StageDraft> stages) {
        var draft = new FunnelDraft(
                "shop",
                "Shop",
                true,
                new SourceDraft(Api.V1, Optional.empty(), Duration.ofSeconds(30), Optional.empty()),
                "UTC",
                "EUR",
                FilterDraft.none(),
                stages,
                Unmapped.KEEP,
                CalculationDraft.none(),
                List.of());
        return ((Compilation.Compiled) new FunnelCompiler(Vocabulary.standard()).compile(draft)).funnel();
    }
}
