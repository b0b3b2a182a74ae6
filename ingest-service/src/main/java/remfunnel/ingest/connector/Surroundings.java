package remfunnel.ingest.connector;

import java.time.InstantSource;
import remfunnel.tracing.Tracing;

/** What the connectors of this process share. */
public record Surroundings(
        Sources sources,
        Keyring keyring,
        LoopSettings loops,
        Vitals vitals,
        Gauges gauges,
        InstantSource clock,
        Tracing tracing) {}
