package remfunnel.config.document;

/** A key of the source's API, which no message, log or text ever tells. */
public final class ApiKey {
    private final String secret;

    public ApiKey(String secret) {
        this.secret = secret;
    }

    /** For the one request or the one encryption that needs it. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
