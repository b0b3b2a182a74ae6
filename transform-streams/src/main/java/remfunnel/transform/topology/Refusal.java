package remfunnel.transform.topology;

import java.util.Optional;

/**
 * Why a record was refused.
 *
 * @param revision of the configuration in force, or of the one refused
 */
record Refusal(Source source, String reason, Optional<Long> revision) {}
