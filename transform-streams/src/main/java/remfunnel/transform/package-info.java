/** The service that runs the topology: settings, life cycle, health and metrics. */
package remfunnel.transform;
