/** The commands that people type, speaking to a running config-service over HTTP. */
package remfunnel.config.cli;
