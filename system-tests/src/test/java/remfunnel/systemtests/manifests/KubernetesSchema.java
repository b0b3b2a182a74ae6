package remfunnel.systemtests.manifests;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Kubernetes' own schemas, as its Java client is generated from them: required fields, and no field that is not there. */
final class KubernetesSchema {
    private static final String MODELS = "io.kubernetes.client.openapi.models.V1";

    private KubernetesSchema() {}

    /** What is wrong with an object of an API of version 1. */
    static Optional<String> problem(JsonNode object) {
        var version = object.path("apiVersion").asString();
        if (!version.equals("v1") && !version.endsWith("/v1")) {
            return Optional.of("apiVersion is " + version + "; the schemas here are those of v1");
        }
        return problem(object.path("kind").asString(), JsonParser.parseString(object.toString()));
    }

    private static Optional<String> problem(String kind, JsonElement object) {
        try {
            Class.forName(MODELS + kind)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, object);
            return Optional.empty();
        } catch (InvocationTargetException refused) {
            return Optional.of(kind + ": " + refused.getCause());
        } catch (ReflectiveOperationException unknown) {
            return Optional.of("kind is " + kind + "; there is none of that name");
        }
    }
}
