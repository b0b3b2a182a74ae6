package remfunnel.schemas;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * What an exception of a registry client says. Only the registry's own word that it has no such schema id makes a record
 * garbage: a proxy's 404, a login that ran out or a timeout would send every record to the rejects.
 */
final class RegistryAnswer {

    private static final String APICURIO_UNKNOWN = "ContentNotFoundException";
    private static final int CONFLUENT_UNKNOWN = 40403;
    private static final String CONFLUENT =
            "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";
    private static final String APICURIO_HTTP = "io.kiota.http.";

    private RegistryAnswer() {}

    /** Whether the registry said that it has no schema of this id. */
    static boolean isUnknownId(Throwable cause) {
        return cause instanceof ProblemDetails problem
                ? APICURIO_UNKNOWN.equals(problem.getName())
                : isConfluents(cause) && confluentCode(cause) == CONFLUENT_UNKNOWN;
    }

    /** Whether something else was answered, by the registry or by what stands before it. */
    static boolean isAnother(Throwable cause) {
        return (cause instanceof ApiException || isConfluents(cause) || isOfUnreadableAnswer(cause))
                && !isUnknownId(cause);
    }

    /** An answer that is no JSON fails in the client with an exception of no type of its own. */
    private static boolean isOfUnreadableAnswer(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(APICURIO_HTTP));
    }

    private static boolean isConfluents(Throwable cause) {
        return cause.getClass().getName().equals(CONFLUENT);
    }

    /** Confluent's client is not on the class path of the default build, so it is asked by name. */
    private static int confluentCode(Throwable cause) {
        try {
            return (int) cause.getClass().getMethod("getErrorCode").invoke(cause);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException otherVersion) {
            return 0;
        }
    }
}
