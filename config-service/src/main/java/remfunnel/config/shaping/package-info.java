/** A funnel's shape as people change it: what they have begun, what was before, and what moved at the source meanwhile. */
package remfunnel.config.shaping;
