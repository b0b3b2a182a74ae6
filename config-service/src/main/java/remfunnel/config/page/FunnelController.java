package remfunnel.config.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import remfunnel.FunnelConfig;

/** A funnel's figures and orders, as the topics last told them. */
@RestController
@Tag(name = "funnel")
class FunnelController {
    private final FunnelBook book;
    private final Configurations configurations;

    FunnelController(FunnelBook book, Configurations configurations) {
        this.book = book;
        this.configurations = configurations;
    }

    @GetMapping("/api/connectors/{id}/funnel")
    @Operation(
            summary = "Orders, entries, how many came as far, revenue and cost by stage, location and month",
            description = "from and to are days of creation, both included. The ETag changes with the figures.")
    ResponseEntity<FunnelSums> funnel(
            @PathVariable String id,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<Set<String>> location,
            @RequestHeader("If-None-Match") Optional<String> seen) {
        Optional<FunnelConfig> config = configurations.of(id);
        Way way = config.map(FunnelConfig::getStages).map(Way::of).orElse(Way.NONE);
        String tag = book.tag(id, config.map(FunnelConfig::getRevision).orElse(0L));
        return seen.filter(tag::equals).isPresent()
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .eTag(tag)
                        .body(book.sums(id, new Slice(from, to, location.orElse(Set.of())), way));
    }

    @GetMapping("/api/connectors/{id}/statuses")
    @Operation(summary = "How many orders of the funnel stand in each status, and what they bring in")
    Map<Long, Figures> statuses(@PathVariable String id) {
        return book.statuses(id);
    }

    @GetMapping("/api/connectors/{id}/orders")
    @Operation(summary = "The orders of one or several stages, or of all, newest entry first, fifty a page")
    FunnelBook.Orders orders(@PathVariable String id, OrdersQuery query) {
        ZoneId zone = configurations
                .of(id)
                .map(FunnelConfig::getTimeZone)
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
        Slice slice = new Slice(
                Optional.ofNullable(query.from()),
                Optional.ofNullable(query.to()),
                Optional.ofNullable(query.location()).orElse(Set.of()));
        Predicate<Row> wanted = FunnelBook.in(slice, zone);
        return book.orders(
                id,
                Optional.ofNullable(query.stage())
                        .map(stages -> wanted.and(row -> stages.contains(row.stage())))
                        .orElse(wanted),
                Math.max(0, query.page()));
    }

    /** Which orders are asked for; what is not said is null, as the binder leaves it. */
    record OrdersQuery(Set<String> stage, LocalDate from, LocalDate to, Set<String> location, int page) {}
}
