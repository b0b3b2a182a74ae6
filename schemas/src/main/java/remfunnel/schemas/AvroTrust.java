package remfunnel.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro makes objects only of classes it was told to trust: here, of our records. */
public final class AvroTrust {

    private static final String RECORDS = "remfunnel";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(RECORDS)));
    }

    private AvroTrust() {}

    /** Once for this JVM, however often it is called: by all who know topics, and by those who copy records and know none. */
    public static void establish() {
        // Loading the class did it.
    }
}
