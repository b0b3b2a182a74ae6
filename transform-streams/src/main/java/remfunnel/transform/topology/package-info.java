/** The topology that turns configurations, names and order events into facts. */
package remfunnel.transform.topology;
