/** Order events through the topology, beside what the engine does with the same bytes, and beside the textbook. */
package remfunnel.benchmarks.transform;
