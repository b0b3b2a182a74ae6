package remfunnel.funnel;

import java.util.Optional;

/**
 * What one condition says of one order.
 *
 * @param index of the condition in the filter, from 0
 * @param seen the order's value as text; empty when it is missing
 */
public record Verdict(int index, ConditionDraft condition, boolean matched, Optional<String> seen) {}
