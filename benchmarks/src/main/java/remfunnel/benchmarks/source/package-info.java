/** Between the services and the source, to see what is asked and answered. */
package remfunnel.benchmarks.source;
