package remfunnel.config.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import remfunnel.ApiToken;
import remfunnel.Role;
import remfunnel.config.LiveTopics;
import remfunnel.config.TopicWriter;
import remfunnel.schemas.Topics;

/** What lets programs in, as {@code config.tokens} has it: the hash, never the token. */
final class ApiTokens {
    private static final Pattern FORM = Pattern.compile("rft_([a-z0-9]{8})_[A-Za-z0-9_-]{43}");

    private final LiveTopics topics;
    private final TopicWriter writer;
    private final Secrets secrets;
    private final Clock clock;

    ApiTokens(LiveTopics topics, TopicWriter writer, Secrets secrets, Clock clock) {
        this.topics = topics;
        this.writer = writer;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A token with what is kept of it. */
    record Made(ApiToken kept, String token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Made[" + kept.getId() + "]";
        }
    }

    /** One that is kept nowhere: the caller shows or holds it. */
    Made make(String title, Role role, String by) {
        String id = secrets.newId();
        String token = "rft_" + id + "_" + secrets.newToken();
        ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(token));
        return new Made(new ApiToken(id, title, role, hash, clock.instant(), by), token);
    }

    Made create(String title, Role role, String by) {
        Made made = make(title, role, by);
        String id = made.kept().getId();
        long offset = writer.write(Topics.TOKENS, id, made.kept());
        topics.tokens().accept(id, Optional.of(made.kept()), offset);
        return made;
    }

    Optional<ApiToken> find(String token) {
        Matcher form = FORM.matcher(token);
        return form.matches()
                ? topics.tokens().value(form.group(1)).filter(kept -> fits(kept, token))
                : Optional.empty();
    }

    /** Of hashes: how long it takes to compare tells nothing of the token. */
    static boolean fits(ApiToken kept, String token) {
        return kept.getHash().equals(ByteBuffer.wrap(Secrets.hash(token)));
    }

    Stream<ApiToken> all() {
        return topics.tokens().values("");
    }

    /** Whether there was one. */
    boolean revoke(String id) {
        boolean there = topics.tokens().value(id).isPresent();
        if (there) {
            long offset = writer.remove(Topics.TOKENS, id);
            topics.tokens().accept(id, Optional.empty(), offset);
        }
        return there;
    }
}
