package remfunnel.transform.topology;

import remfunnel.schemas.Records;

/** What every processor of the topology is made with. */
public record Workplace(Records records, TransformMeters meters, Pace pace) {}
