/** When an order came into the statuses it was seen in, and how precisely that is known. */
package remfunnel.funnel.history;
