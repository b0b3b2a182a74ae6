package remfunnel.schemas;

import com.microsoft.kiota.ApiException;
import java.lang.reflect.InvocationTargetException;

/** What an exception of a registry client says of the registry's HTTP status. */
final class RegistryAnswer {

    private static final String CONFLUENT =
            "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULT = 500;

    private RegistryAnswer() {}

    /** Whether the registry answered that it cannot serve now. */
    static boolean isServerFault(Throwable cause) {
        int status = status(cause);
        return status >= SERVER_FAULT || status == TOO_MANY_REQUESTS;
    }

    /** Whether the registry answered at all, so that no transport failed. */
    static boolean isAnswer(Throwable cause) {
        return status(cause) > 0;
    }

    private static int status(Throwable cause) {
        if (cause instanceof ApiException answer) {
            return answer.getResponseStatusCode();
        }
        return cause.getClass().getName().equals(CONFLUENT) ? confluentStatus(cause) : 0;
    }

    /** Confluent's client is not on the class path of the default build, so it is asked by name. */
    private static int confluentStatus(Throwable cause) {
        try {
            return (int) cause.getClass().getMethod("getStatus").invoke(cause);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException otherVersion) {
            return 0;
        }
    }
}
