/** A RemOnline that can be run: the documented API with its quirks, its faults and orders that live. */
package remfunnel.simulator;
