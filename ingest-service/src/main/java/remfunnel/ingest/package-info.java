/** The service that polls RemOnline and publishes every order once. */
package remfunnel.ingest;
