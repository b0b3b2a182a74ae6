package remfunnel.systemtests.cases;

/** One thing that a case does, or sees. */
@FunctionalInterface
public interface Step {
    void run(World world);
}
