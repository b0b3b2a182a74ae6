package remfunnel.funnel;

/** What a condition does with the orders it matches. */
public enum Action {
    INCLUDE,
    EXCLUDE
}
