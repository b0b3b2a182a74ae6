/** How long an order's change at the source takes to be a fact that BI can read. */
package remfunnel.benchmarks.latency;
