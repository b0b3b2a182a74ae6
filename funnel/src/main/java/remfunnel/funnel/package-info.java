/** What a funnel means: orders, filter, stages and formulas, as pure functions. */
package remfunnel.funnel;
