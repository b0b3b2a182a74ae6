/** The contract between the services: topics, keys, records on the wire and the settings that all of them share. */
package remfunnel.schemas;
