/** How fast the source is read, within what it allows and without limit, and what a thousand connectors take. */
package remfunnel.benchmarks.ingest;
