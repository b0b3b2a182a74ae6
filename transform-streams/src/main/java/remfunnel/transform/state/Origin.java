package remfunnel.transform.state;

/** Where a record stands in its topic. */
public record Origin(int partition, long offset) {}
