/** What all tests of the whole pipeline share. */
package remfunnel.systemtests;
