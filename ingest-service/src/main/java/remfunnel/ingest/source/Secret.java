package remfunnel.ingest.source;

import java.util.Objects;

/** A key or a token: compared and sent, never shown. */
public record Secret(String value) {
    public Secret {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
