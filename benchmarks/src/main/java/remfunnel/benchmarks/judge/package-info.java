/** What one order costs, without Kafka. */
package remfunnel.benchmarks.judge;
