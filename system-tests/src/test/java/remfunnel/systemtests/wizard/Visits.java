package remfunnel.systemtests.wizard;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link Visit}. A machine of someone's own may have no such browser; CI has it installed. */
final class Visits implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace OWN = Namespace.create(Visits.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.isInstalled() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled("there is a browser")
                : ConditionEvaluationResult.disabled("no chromium is installed");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OWN).computeIfAbsent(Visit.class, any -> new Visit(house(context)), Visit.class);
    }

    /** Closed by JUnit at the end of the run. */
    private static House house(ExtensionContext context) {
        return context.getRoot().getStore(OWN).computeIfAbsent(House.class, any -> new House(), House.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visit visit = context.getStore(OWN).get(Visit.class, Visit.class);
        if (visit != null) {
            visit.end();
        }
    }
}
