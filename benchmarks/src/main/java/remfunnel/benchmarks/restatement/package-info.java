/** How long a connector's orders take to be judged again, and how live orders fare meanwhile. */
package remfunnel.benchmarks.restatement;
