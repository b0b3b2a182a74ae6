/** What another configuration would make of the orders that are known. */
package remfunnel.funnel.plan;
