/** Answers questions about orders from the stores of the running topology: explain and plan. */
package remfunnel.transform.query;
