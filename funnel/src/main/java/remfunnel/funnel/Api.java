package remfunnel.funnel;

/** The generation of the source's API that a payload comes from. */
public enum Api {
    V1,
    V2
}
