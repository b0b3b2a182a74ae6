package remfunnel.config.openid;

import java.net.URI;
import java.util.Optional;
import remfunnel.Role;

/** What came of a step of a login. */
public sealed interface OpenIdReply {
    /** The way to the provider. */
    record Leave(URI address) implements OpenIdReply {}

    /**
     * Somebody whom the provider vouches for.
     *
     * @param identity who that is there, for good: issuer and subject
     * @param name what he is called, as the provider writes it
     * @param role none: he may do nothing here
     */
    record Known(String identity, String name, Optional<Role> role) implements OpenIdReply {}

    /**
     * Nobody.
     *
     * @param why for the log, without anything secret
     */
    record Nobody(OpenIdTrouble trouble, String why) implements OpenIdReply {}
}
