/** The figures: what is measured, printed as a table and kept as JSON. */
package remfunnel.benchmarks;
