/** Values as few bytes, for what is kept in state: deterministic, so that equal values are equal bytes. */
package remfunnel.funnel.compact;
