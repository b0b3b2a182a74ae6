package remfunnel.ingest.source;

/** How the answer of one call is read. */
@FunctionalInterface
interface BodyShape<T> {
    T read(Envelope envelope) throws MalformedBody;
}
