/** The services on a cluster that wants TLS, a login and ACLs, and with a registry that wants a login. */
package remfunnel.systemtests.security;
