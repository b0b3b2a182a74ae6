package remfunnel.funnel.expression;

import remfunnel.funnel.Text;

/**
 * What is wrong with the text of a formula and what would be right.
 *
 * @param code stable, with a section of its own in docs/formulas.md
 * @param position of the first offending char of the text, from 0
 * @param length in chars; 0 where something is missing
 */
public record ExpressionProblem(String code, int position, int length, Text message) {}
