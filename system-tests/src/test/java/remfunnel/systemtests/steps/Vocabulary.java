package remfunnel.systemtests.steps;

import java.util.Map;
import java.util.TreeMap;
import remfunnel.systemtests.cases.Step;

/** What the steps of a case.yaml are called. */
public final class Vocabulary {
    private Vocabulary() {}

    public static Map<String, Class<? extends Step>> words() {
        Map<String, Class<? extends Step>> words = new TreeMap<>(Map.of(
                "open-account", OpenAccount.class,
                "apply", Apply.class,
                "command", RunCommand.class,
                "produce", Produce.class,
                "await-status", AwaitStatus.class,
                "expect-facts", ExpectFacts.class,
                "expect-no-facts", ExpectNoFacts.class,
                "expect-same-facts", ExpectSameFacts.class,
                "expect-reject", ExpectReject.class,
                "expect-each-event-once", ExpectEachEventOnce.class));
        words.putAll(Map.of(
                "remember-requests", RememberRequests.class,
                "expect-no-requests-for-orders", ExpectNoRequestsForOrders.class,
                "expect-names", ExpectNames.class,
                "live", InTheShop.Live.class,
                "calm-down", InTheShop.CalmDown.class,
                "strike", InTheShop.Strike.class,
                "drift", InTheShop.Drift.class,
                "rename-status", InTheShop.RenameStatus.class,
                "key", InTheShop.Key.class,
                "expire-tokens", InTheShop.ExpireTokens.class));
        words.put("expect-struck", ExpectStruck.class);
        words.put("plan-and-apply", PlanAndApply.class);
        words.put("explain-each", ExplainEach.class);
        words.put("expect-sums", ExpectSums.class);
        words.put("replay", Replay.class);
        return words;
    }
}
