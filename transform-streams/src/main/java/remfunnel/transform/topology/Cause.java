package remfunnel.transform.topology;

/** Why a fact was written. */
public enum Cause {
    EVENT,
    CONFIG,
    NAMES
}
