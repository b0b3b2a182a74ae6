package remfunnel.config.openid;

/**
 * One try to log in, from the way to the provider to the way back.
 *
 * @param state tells that who comes back is who went
 * @param nonce tells that the token was made for this try
 * @param verifier tells the provider that who brings the code is who asked for it (PKCE)
 */
public record OpenIdAttempt(String state, String nonce, String verifier) {
    /** Nothing of it: whoever knew it could go on with it. */
    @Override
    public String toString() {
        return "OpenIdAttempt[]";
    }
}
