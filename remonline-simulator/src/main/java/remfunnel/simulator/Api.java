package remfunnel.simulator;

import java.util.List;

/** The two faces of RemOnline behind one gate. */
final class Api {
    // Longer lists of ids do not fit into a request line there.
    private static final int LONGEST_LIST = 60;

    private final Gate gate;
    private final List<V1Face> v1;
    private final List<V2Face> v2;
    private final Drift drift;

    Api(Gate gate, List<Account> accounts, Drift drift) {
        this.gate = gate;
        this.v1 = accounts.stream().map(V1Face::new).toList();
        this.v2 = accounts.stream().map(V2Face::new).toList();
        this.drift = drift;
    }

    Answer answer(Call call) {
        if (call.array("ids").size() > LONGEST_LIST || call.array("id_labels").size() > LONGEST_LIST) {
            return Answer.html(414, "414 Request-URI Too Large");
        }
        if (call.path().equals("/token/new")) {
            return gate.newToken(call);
        }
        boolean second = call.path().equals("/v2") || call.path().startsWith("/v2/");
        return switch (gate.admit(call, second)) {
            case Gate.Verdict.Refused refused -> refused.answer();
            case Gate.Verdict.Admitted admitted -> answer(call, second, admitted.account());
        };
    }

    private Answer answer(Call call, boolean second, int account) {
        var answer = second ? v2.get(account).answer(call) : v1.get(account).answer(call);
        if (call.isGet() && (call.path().equals("/order") || call.path().equals("/v2/orders"))) {
            drift.afterPage(account, call, second);
        }
        return answer;
    }
}
