package remfunnel.funnel;

/** The dictionaries of the source. */
public enum NameKind {
    STATUS,
    LOCATION,
    ORDER_TYPE,
    EMPLOYEE,
    AD_CAMPAIGN,
    ORDER_FIELD
}
