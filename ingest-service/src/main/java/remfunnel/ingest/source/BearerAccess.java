package remfunnel.ingest.source;

import java.time.Instant;
import java.time.InstantSource;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The key itself, in a header. */
record BearerAccess(Secret key, InstantSource clock) implements Access {
    /** A header takes visible ASCII only, and says no by throwing. */
    @Override
    public Reply<Secret> pass() {
        if (key.value().isEmpty() || !key.value().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return new Reply.KeyRefused<>("the key is empty or holds a character that no key has, such as a space");
        }
        Instant now = clock.instant();
        return Reply.Answer.at(now, key);
    }

    @Override
    public void present(Secret pass, HttpUrl.Builder url, Request.Builder request) {
        request.header("Authorization", "Bearer " + pass.value());
    }

    @Override
    public boolean replaceable(Secret refused) {
        return false;
    }
}
