package remfunnel.config;

/**
 * One thing that doctor looked at.
 *
 * @param advice what to do; empty where all is well
 */
public record Check(String name, Verdict verdict, String detail, String advice) {
    /** How it is. */
    public enum Verdict {
        OK,
        WARN,
        FAIL
    }

    public static Check ok(String name, String detail) {
        return new Check(name, Verdict.OK, detail, "");
    }

    public static Check warn(String name, String detail, String advice) {
        return new Check(name, Verdict.WARN, detail, advice);
    }

    public static Check fail(String name, String detail, String advice) {
        return new Check(name, Verdict.FAIL, detail, advice);
    }
}
