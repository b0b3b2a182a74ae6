/** Whether the totals are what facts and transitions add up to. */
package remfunnel.config.audit;
