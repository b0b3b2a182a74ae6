/** The orders and the funnel that are measured with: those of a simulated repair shop. */
package remfunnel.benchmarks.orders;
