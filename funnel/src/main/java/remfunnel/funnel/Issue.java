package remfunnel.funnel;

import java.util.Optional;

/**
 * Why a fact lacks an amount.
 *
 * @param code one of the codes of {@link remfunnel.funnel.expression.Outcome}
 * @param field the field or coefficient to blame
 * @param message in English, led by the amount that is lacking
 */
public record Issue(String code, Optional<String> field, String message) {}
