package remfunnel.funnel;

import java.util.EnumSet;
import java.util.Set;

/** What the value of a field is, and so how it compares and reads. */
public enum FieldType {
    ID,
    TEXT,
    MONEY,
    NUMBER,
    TIME,
    FLAG;

    /** What conditions may ask of it. */
    public Set<Operator> operators() {
        return switch (this) {
            case ID, FLAG -> EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IS_EMPTY);
            case TEXT -> EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.CONTAINS, Operator.IS_EMPTY);
            case MONEY, NUMBER, TIME -> EnumSet.complementOf(EnumSet.of(Operator.CONTAINS));
        };
    }
}
