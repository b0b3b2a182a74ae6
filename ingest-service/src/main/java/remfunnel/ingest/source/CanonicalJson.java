package remfunnel.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Hashes what an order says, without what the source computes whenever it is read. */
final class CanonicalJson {
    private static final Set<String> COMPUTED_WHEN_READ = Set.of("overdue", "status_overdue");

    private final StringBuilder canonical = new StringBuilder();

    private CanonicalJson() {}

    /** An order of which no tree can be made, as for an exponent of eleven digits, is hashed as it was sent. */
    static PayloadHash hash(ByteBuffer order) {
        byte[] digest;
        try {
            digest = sha256().digest(canonical(order));
        } catch (MalformedBody unusual) {
            var asSent = sha256();
            asSent.update(order.duplicate());
            digest = asSent.digest();
        }
        return PayloadHash.of(ByteBuffer.wrap(digest, 0, PayloadHash.BYTES));
    }

    private static byte[] canonical(ByteBuffer order) throws MalformedBody {
        var json = new CanonicalJson();
        json.appendFields(EnvelopeReader.tree(order), COMPUTED_WHEN_READ);
        return json.canonical.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(JsonNode node) {
        if (node.isObject()) {
            appendFields(node, Set.of());
        } else if (node.isArray()) {
            canonical.append('[');
            node.forEach(this::append);
            canonical.append(']');
        } else {
            appendScalar(node);
        }
    }

    private void appendFields(JsonNode object, Set<String> without) {
        canonical.append('{');
        var names = new TreeSet<>(object.propertyNames());
        names.removeAll(without);
        for (var name : names) {
            appendText(name);
            append(object.get(name));
        }
        canonical.append('}');
    }

    /** Texts go with their length, so that no text can pass for structure. */
    private void appendScalar(JsonNode scalar) {
        if (scalar.isString()) {
            appendText(scalar.stringValue());
        } else {
            canonical.append('#').append(scalar.asString("null")).append(';');
        }
    }

    private void appendText(String text) {
        canonical.append('"').append(text.length()).append(':').append(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
