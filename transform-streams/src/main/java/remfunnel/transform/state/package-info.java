/** What the topology remembers: its stores, and how each value in them is written. */
package remfunnel.transform.state;
