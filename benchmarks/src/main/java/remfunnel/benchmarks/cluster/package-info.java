/** Broker and registry, and the clients that feed and watch them. */
package remfunnel.benchmarks.cluster;
