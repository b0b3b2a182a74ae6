package remfunnel.funnel;

/** How many of the INCLUDE conditions an order has to match. */
public enum Match {
    ALL,
    ANY
}
