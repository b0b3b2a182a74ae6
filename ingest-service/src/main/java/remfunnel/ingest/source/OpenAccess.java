package remfunnel.ingest.source;

import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Nothing to present: the call that asks for a token carries the key in its form. */
record OpenAccess(Secret key) implements Access {
    @Override
    public Reply<Secret> pass() {
        return Reply.Answer.at(Instant.EPOCH, key);
    }

    @Override
    public void present(Secret pass, HttpUrl.Builder url, Request.Builder request) {}

    @Override
    public boolean replaceable(Secret refused) {
        return false;
    }
}
