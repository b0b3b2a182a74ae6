/** How a source is read so that no order is missed and none is published twice: pure, without Kafka and Spring. */
package remfunnel.ingest.polling;
