/** The client of RemOnline's API: what the source holds, as values, whatever generation of the API serves it. */
package remfunnel.ingest.source;
