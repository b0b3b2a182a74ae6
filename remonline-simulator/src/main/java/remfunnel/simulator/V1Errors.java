package remfunnel.simulator;

import java.util.List;

/** The refusals of v1: the message is text, but an object where validation failed. */
final class V1Errors {
    private V1Errors() {}

    static Answer keyMissing() {
        return refusal(401, 110, "api_key is required");
    }

    static Answer keyRefused() {
        return refusal(401, 111, "Unable to log you in. Check your api_key and try again.");
    }

    static Answer tokenMissing() {
        return refusal(403, 100, "Token is required");
    }

    static Answer tokenInvalid(boolean newer) {
        return newer ? refusal(401, 401, "Unauthorized") : refusal(403, 101, "Invalid token");
    }

    static Answer tariff() {
        return refusal(403, 403, "Your subscription has expired");
    }

    static Answer tooMany() {
        return Answer.json(429, Json.object("success", false, "message", "Too Many Requests"));
    }

    static Answer notFound() {
        return refusal(404, 404, "Not found");
    }

    static Answer invalid(String field, String problem) {
        var validation = Json.object("validation", Json.object(field, List.of(problem)));
        return Answer.json(400, Json.object("code", 400, "success", false, "message", validation));
    }

    private static Answer refusal(int http, int code, String message) {
        return Answer.json(http, Json.object("code", code, "success", false, "message", message));
    }
}
