package remfunnel.ingest.polling;

/** What the loops of one connector share. */
public record Account(Connector connector, Source source, Ledger ledger, Names names, Tally tally) {}
