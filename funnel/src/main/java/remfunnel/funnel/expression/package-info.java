/** The language of formulas: a text is read into a formula or into all of its problems, and a formula gives an exact amount. */
package remfunnel.funnel.expression;
