package remfunnel.funnel;

import java.util.OptionalInt;

/**
 * What is wrong with a draft, and what would be right.
 *
 * @param code stable, upper case
 * @param path into the configuration as its record names it: {@code stages[1].marker}, {@code filter.conditions[0].values[2]}
 * @param position of the first wrong character of a formula, from 0
 */
public record Problem(String code, String path, OptionalInt position, Text message) {}
