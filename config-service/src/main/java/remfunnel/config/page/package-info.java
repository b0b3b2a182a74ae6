/** What the pages show of a funnel: sums and orders, counted here so that no browser has to. */
package remfunnel.config.page;
