/** Which partitions this process owns, by Kafka's own group protocol, and the work that owning one means. */
package remfunnel.ingest.ownership;
