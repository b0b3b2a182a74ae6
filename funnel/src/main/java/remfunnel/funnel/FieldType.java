package remfunnel.funnel;

/** What the value of a field is, and so how it compares and reads. */
public enum FieldType {
    ID,
    TEXT,
    MONEY,
    NUMBER,
    TIME,
    FLAG
}
