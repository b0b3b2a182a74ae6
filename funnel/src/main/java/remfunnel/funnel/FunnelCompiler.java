package remfunnel.funnel;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a funnel of a draft, or says all that is wrong with it at once. What the draft means does not depend on the
 * definitions of custom fields, but for their titles in formulas and for times among the dimensions.
 */
public final class FunnelCompiler {
    private static final Pattern CONNECTOR_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Vocabulary vocabulary;

    public FunnelCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public Compilation compile(FunnelDraft draft) {
        var problems = new Problems();
        checkNames(draft, problems);
        SourceCheck.check(draft.source(), problems);
        var parts = parts(draft, zone(draft.timeZone(), problems), problems);
        return problems.count() == 0
                ? new Compilation.Compiled(new Funnel(draft, parts))
                : new Compilation.Refused(problems.all());
    }

    private Funnel.Parts parts(FunnelDraft draft, ZoneId zone, Problems problems) {
        var filter = new FilterCompiler(vocabulary, zone, problems).compile(draft.filter());
        var stages = new StagesCompiler(problems).compile(draft.stages());
        var calculation = new CalculationCompiler(vocabulary, problems).compile(draft.calculation());
        var dimensions = new DimensionsCompiler(vocabulary, problems).compile(draft.dimensions());
        return new Funnel.Parts(
                zone, filter, stages, calculation, dimensions, needsItems(filter, calculation, dimensions));
    }

    private boolean needsItems(Filter filter, Calculation calculation, Dimensions dimensions) {
        return Stream.of(
                        filter.conditions().stream().map(Condition::field),
                        calculation.fields().flatMap(name -> vocabulary.named(name).stream()),
                        dimensions.fields().stream())
                .flatMap(fields -> fields)
                .anyMatch(Field::v2NeedsItems);
    }

    private static void checkNames(FunnelDraft draft, Problems problems) {
        problems.require(
                CONNECTOR_ID.matcher(draft.connectorId()).matches(),
                "connector_id",
                "BAD_CONNECTOR_ID",
                Text.of(
                        "a connector's id has 1 to 40 of a-z, 0-9 and -, and starts with a letter or digit",
                        "идентификатор коннектора — от 1 до 40 знаков a-z, 0-9 и -, первый — буква или цифра"));
        Titles.check(draft.title(), "title", problems);
        problems.require(
                isCurrency(draft.currency()),
                "currency",
                "BAD_CURRENCY",
                Text.of(
                        "a currency is its ISO 4217 code, such as RUB or EUR",
                        "валюта — код ISO 4217, например RUB или EUR"));
    }

    /** UTC in place of a wrong one, so that the rest of the draft is checked as well. */
    private static ZoneId zone(String name, Problems problems) {
        boolean known = problems.require(
                ZoneId.getAvailableZoneIds().contains(name),
                "time_zone",
                "BAD_TIME_ZONE",
                Text.of(
                        "a time zone is its IANA name, such as Europe/Moscow or UTC",
                        "часовой пояс — имя IANA, например Europe/Moscow или UTC"));
        return known ? ZoneId.of(name) : ZoneOffset.UTC;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
