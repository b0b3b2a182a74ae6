package remfunnel.config;

import java.util.Optional;
import remfunnel.funnel.Text;

/** What a transform instance said to a question. */
sealed interface TransformReply {
    /** JSON, passed on as it is: it may hold an order's payload, which nobody but the one who asked is to see. */
    record Answer(String json) implements TransformReply {
        @Override
        public String toString() {
            return "Answer[" + json.length() + " chars]";
        }
    }

    /** With the seconds after which to ask again, where that helps. */
    record Refusal(int status, String code, Text why, Optional<String> retryAfter) implements TransformReply {}
}
