package remfunnel.systemtests.steps;

import java.util.Map;
import java.util.TreeMap;
import remfunnel.systemtests.cases.Step;

/** What the steps of a case.yaml are called. */
public final class Vocabulary {
    private Vocabulary() {}

    public static Map<String, Class<? extends Step>> words() {
        Map<String, Class<? extends Step>> words = new TreeMap<>(pipeline());
        words.putAll(shop());
        words.putAll(history());
        return words;
    }

    private static Map<String, Class<? extends Step>> pipeline() {
        return Map.of(
                "open-account", OpenAccount.class,
                "apply", Apply.class,
                "command", RunCommand.class,
                "produce", Produce.class,
                "await-status", AwaitStatus.class,
                "expect-facts", ExpectFacts.class,
                "expect-no-facts", ExpectNoFacts.class,
                "expect-same-facts", ExpectSameFacts.class,
                "expect-reject", ExpectReject.class,
                "expect-each-event-once", ExpectEachEventOnce.class);
    }

    private static Map<String, Class<? extends Step>> shop() {
        return Map.of(
                "remember-requests", RememberRequests.class,
                "expect-no-requests-for-orders", ExpectNoRequestsForOrders.class,
                "expect-names", ExpectNames.class,
                "live", InTheShop.Live.class,
                "calm-down", InTheShop.CalmDown.class,
                "strike", InTheShop.Strike.class,
                "drift", InTheShop.Drift.class,
                "rename-status", InTheShop.RenameStatus.class,
                "key", InTheShop.Key.class,
                "expire-tokens", InTheShop.ExpireTokens.class);
    }

    private static Map<String, Class<? extends Step>> history() {
        return Map.of(
                "expect-struck", ExpectStruck.class,
                "plan-and-apply", PlanAndApply.class,
                "explain-each", ExplainEach.class,
                "expect-sums", ExpectSums.class,
                "expect-transitions", ExpectTransitions.class,
                "await-moves", AwaitMoves.class,
                "replay", Replay.class);
    }
}
