package remfunnel.ingest.polling;

import java.time.Instant;

/**
 * What one poll came to.
 *
 * @param until every change up to here is known now, in the source's time
 * @param behind whether more is waiting to be read at once
 */
public record Poll(Instant until, int published, boolean behind) {}
