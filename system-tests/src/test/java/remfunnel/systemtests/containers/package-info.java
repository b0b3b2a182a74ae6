/** The parts in containers, as docker-compose.yml brings them up, and a broker that runs in one. */
package remfunnel.systemtests.containers;
