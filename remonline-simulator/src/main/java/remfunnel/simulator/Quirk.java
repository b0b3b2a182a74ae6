package remfunnel.simulator;

/** Habits that only some accounts have; what every account does (literals, omitted fields, slashes) needs no switch. */
public enum Quirk {
    /** One order in ten comes in the form of 2016 to 2022. */
    OLD_SHAPES,
    /** One order in seven sends its missing fields as null instead of leaving them out. */
    NULL_OPTIONALS,
    /** The page number of a list comes as text. */
    PAGE_AS_TEXT,
    /** A page after the first begins with the last row of the page before. */
    DUPLICATE_ROWS,
    /** Dates in custom fields are DD.MM.YYYY text. */
    DATES_AS_TEXT,
    /** A created order is answered as an array. */
    CREATED_AS_ARRAY,
    /** A token that is not valid gives 401 with code 401 instead of 403 with code 101. */
    TOKEN_REFUSED_WITH_401,
    /** A payment does not change modified_at. */
    SILENT_PAYMENTS
}
