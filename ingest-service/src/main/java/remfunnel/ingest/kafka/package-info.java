/** What ingest keeps on Kafka: which partitions are its own, and the transactions that its progress is written in. */
package remfunnel.ingest.kafka;
