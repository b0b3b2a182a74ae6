package remfunnel.ingest.source;

import okhttp3.HttpUrl;
import okhttp3.Request;

/** How requests prove who sends them. */
interface Access {
    /** What to present now; getting it may take a call of its own. */
    Reply<Secret> pass() throws InterruptedException;

    /** Puts the pass where this source looks for it. */
    void present(Secret pass, HttpUrl.Builder url, Request.Builder request);

    /** The source refused this pass; true when there may be another one. */
    boolean replaceable(Secret refused);
}
