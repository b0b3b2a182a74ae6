/** What every benchmark is measured with: scale, rounds, figures, child processes. */
package remfunnel.benchmarks.harness;
