package remfunnel.config.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import remfunnel.config.document.Durations;

/** Reads 30s, 5m or 1h. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.read(text)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is no duration; for example 30s, 5m or 1h"));
    }
}
