/** Spans of what the services do, for whoever has a collector of OpenTelemetry's; without one nothing is made. */
package remfunnel.tracing;
