/** What orders add up to: what one contributes to each cell, and what a change of it adds and takes back. */
package remfunnel.funnel.totals;
