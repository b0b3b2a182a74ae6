/** Spans of the whole pipeline as a collector receives them. */
package remfunnel.systemtests.tracing;
