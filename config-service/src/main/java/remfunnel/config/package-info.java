/** Where people say what their funnel means: REST over the topics that carry it. */
package remfunnel.config;
