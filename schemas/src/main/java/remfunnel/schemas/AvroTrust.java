package remfunnel.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro makes objects only of classes it was told to trust: here, of our records. */
final class AvroTrust {

    private static final String RECORDS = "remfunnel";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(RECORDS)));
    }

    private AvroTrust() {}

    /** Once for this JVM, however often it is called. */
    static void establish() {
        // Loading the class did it.
    }
}
