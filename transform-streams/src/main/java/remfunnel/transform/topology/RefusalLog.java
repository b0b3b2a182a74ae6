package remfunnel.transform.topology;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of what was refused whose it is and where it stands, never what it holds: a reason may quote the payload. */
final class RefusalLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(RefusalLog.class);
    private static final Pattern ORDER = Pattern.compile("[^/]+/(\\d{1,19})");

    private static final String NONE = "-";

    private RefusalLog() {}

    static void write(byte[] key, Source source) {
        LOGGER.atWarn()
                .addKeyValue("topic", source.topic())
                .addKeyValue("partition", source.origin().partition())
                .addKeyValue("offset", source.origin().offset())
                .addKeyValue("connector", TextKey.connectorOf(key).orElse(NONE))
                .addKeyValue("order", order(key).orElse(NONE))
                .log("A record was refused: funnel.rejects has it, with the reason");
    }

    private static Optional<String> order(byte[] key) {
        return TextKey.connectorOf(key)
                .flatMap(connector -> TextKey.read(key))
                .map(ORDER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }
}
