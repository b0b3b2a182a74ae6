package remfunnel.funnel;

import java.util.Optional;

/**
 * What a fact does not say in full: an amount that is lacking, or a history that was cut.
 *
 * @param code one of the codes of {@link remfunnel.funnel.expression.Outcome}, or {@code HISTORY_TOO_LONG}
 * @param field the field or coefficient to blame for a lacking amount
 * @param message in English, led by the amount that is lacking where one is
 */
public record Issue(String code, Optional<String> field, String message) {}
