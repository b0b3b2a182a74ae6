package remfunnel.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where orders come from, as it was written.
 *
 * @param baseUrl scheme and host; empty for the installation's default
 * @param historyFrom orders created before it are not read; empty for all of them
 */
public record SourceDraft(Api api, Optional<String> baseUrl, Duration pollInterval, Optional<Instant> historyFrom) {}
