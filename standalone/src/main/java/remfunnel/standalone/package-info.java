/** One machine, one command: the broker, the registry and the services, started together and stopped in order. */
package remfunnel.standalone;
