/** How long a machine takes to be ready, with nothing and with a million orders in state, and what orders take on disk. */
package remfunnel.benchmarks.start;
