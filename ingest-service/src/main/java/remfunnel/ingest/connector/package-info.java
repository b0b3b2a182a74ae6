/** The life of one connector in this process: its loops, its status, and what a change of its configuration means. */
package remfunnel.ingest.connector;
