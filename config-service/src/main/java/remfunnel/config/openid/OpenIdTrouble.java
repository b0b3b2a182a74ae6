package remfunnel.config.openid;

/** Why somebody was not let in; the login page says it in words. */
public enum OpenIdTrouble {
    /** No provider is set. */
    OFF,
    /** The provider does not answer, or with what is no answer. */
    AWAY,
    /** Who comes back is not who went, or was away too long. */
    STALE,
    /** The provider, or the user there, said no. */
    DECLINED,
    /** The provider refused this service or what it sent. */
    REFUSED,
    /** What the provider answered is not to be trusted. */
    INVALID,
    /** The provider names nobody, or with a name that nobody can have here. */
    BAD_NAME,
    /** The provider gives no role here. */
    NO_ROLE,
    /** Somebody else has the name here. */
    TAKEN,
    /** This service could not keep who came. */
    NOT_KEPT,
    /** Too many tries from one address. */
    TOO_MANY
}
