/** What a topic now holds, one line a key, as a stream. */
package remfunnel.config.export;
