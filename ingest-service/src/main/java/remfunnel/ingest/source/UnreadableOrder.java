package remfunnel.ingest.source;

/**
 * A row that polling cannot place: it has no id, or no time.
 *
 * @param words which order it is, as far as it says, and what it lacks; nothing else of it
 * @param hash tells it from others
 */
public record UnreadableOrder(String words, PayloadHash hash) {}
