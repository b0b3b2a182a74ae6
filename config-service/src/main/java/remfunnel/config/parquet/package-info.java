/** Records as an Apache Parquet file, written from front to back, without Hadoop. */
package remfunnel.config.parquet;
