package remfunnel.config.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import remfunnel.FunnelFact;

/** An order as a list shows it. A million of them are in memory, so it is kept as numbers and bytes. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
final class Row {
    private static final long NOWHERE = Long.MIN_VALUE;

    private final long id;
    private final byte[] number;
    private final long status;
    private final String stage;
    private final long location;
    private final Amounts amounts;
    private final long created;
    private final long entered;

    private Row(FunnelFact fact) {
        this.id = fact.getOrderId();
        this.number = Optional.ofNullable(fact.getOrderNumber()).orElse("").getBytes(StandardCharsets.UTF_8);
        this.status = fact.getStatusId();
        this.stage = fact.getStageId().intern();
        this.location = Optional.ofNullable(fact.getLocationId()).orElse(NOWHERE);
        this.amounts = Amounts.of(fact);
        this.created = fact.getCreatedAt().toEpochMilli();
        this.entered = fact.getEnteredBy().toEpochMilli();
    }

    static Row of(FunnelFact fact) {
        return new Row(fact);
    }

    @JsonProperty
    long id() {
        return id;
    }

    @JsonProperty
    Optional<String> number() {
        return Optional.of(new String(number, StandardCharsets.UTF_8)).filter(text -> !text.isEmpty());
    }

    @JsonProperty
    long status() {
        return status;
    }

    @JsonProperty
    String stage() {
        return stage;
    }

    @JsonProperty
    Optional<Long> location() {
        return location == NOWHERE ? Optional.empty() : Optional.of(location);
    }

    @JsonProperty
    Optional<BigDecimal> revenue() {
        return amounts.revenue();
    }

    @JsonProperty
    Optional<BigDecimal> cost() {
        return amounts.cost();
    }

    @JsonProperty
    Instant created() {
        return Instant.ofEpochMilli(created);
    }

    @JsonProperty
    Instant entered() {
        return Instant.ofEpochMilli(entered);
    }

    /** By when they came into their stage. */
    static int newestFirst(Row one, Row other) {
        int later = Long.compare(other.entered, one.entered);
        return later != 0 ? later : Long.compare(other.id, one.id);
    }
}
