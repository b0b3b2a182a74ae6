/** A connector as a document: strict reading of YAML and JSON with positions, and writing that reads back the same. */
package remfunnel.config.document;
