package remfunnel.config.openid;

/** Ends a step; it becomes a reply before anyone else sees it. */
final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final OpenIdTrouble trouble;

    /** Without a cause: libraries put into messages what they read, and that may be a token. */
    ProviderFailure(OpenIdTrouble trouble, String why) {
        super(why);
        this.trouble = trouble;
    }

    OpenIdReply.Nobody reply() {
        return new OpenIdReply.Nobody(trouble, getMessage());
    }
}
