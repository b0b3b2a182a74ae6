package remfunnel.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The control over HTTP: the same things that SimulatorControl does, as JSON. */
final class ControlFace {
    private final List<SimulatorControl> accounts;

    ControlFace(List<SimulatorControl> accounts) {
        this.accounts = accounts;
    }

    Answer answer(Call call) {
        try {
            int number = Integer.parseInt(call.param("account").orElse("0"));
            var control = accounts.get(number);
            return call.isGet() ? read(call, control) : change(call, control);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | JacksonException wrong) {
            return Answer.json(400, Json.object("error", String.valueOf(wrong.getMessage())));
        }
    }

    private static Answer read(Call call, SimulatorControl control) {
        return switch (call.path()) {
            case "/control/statistics" -> Answer.ok(control.statistics());
            case "/control/statuses" -> Answer.ok(control.statuses());
            case "/control/truth" -> truth(call, control);
            case "/control/history" -> history(call, control);
            default -> unknown(call);
        };
    }

    private Answer change(Call call, SimulatorControl control) {
        var body = Json.read(call.body());
        var path = call.path().substring("/control/".length()).split("/", -1);
        return switch (path[0]) {
            case "orders" -> new ControlOrders(control).change(call, path, body);
            case "statuses" -> ControlStatuses.change(call, path, control);
            case "faults" -> faults(call, control);
            case "visibility" -> done(() -> control.seeOnlyLocations(locations(body)));
            default -> command(call, control);
        };
    }

    private static Answer command(Call call, SimulatorControl control) {
        return switch (call.path()) {
            case "/control/tokens/expire" -> done(control::expireTokens);
            case "/control/key/revoke" -> done(control::revokeKey);
            case "/control/key/restore" -> done(control::restoreKey);
            case "/control/tariff/refuse" -> done(() -> control.refuseTariff(true));
            case "/control/tariff/accept" -> done(() -> control.refuseTariff(false));
            case "/control/mover/pause" -> done(control::pauseMover);
            case "/control/mover/resume" -> done(control::resumeMover);
            case "/control/mover/step" -> done(() -> control.step(number(call, "times", 1)));
            case "/control/statistics/reset" -> done(control::resetStatistics);
            case "/control/drift" ->
                done(() ->
                        control.drift(DriftKind.valueOf(call.param("kind").orElse("EDIT")), number(call, "times", 1)));
            default -> unknown(call);
        };
    }

    private static Answer faults(Call call, SimulatorControl control) {
        if (call.method().equals("DELETE")) {
            return done(control::clearFaults);
        }
        var kind = Fault.Kind.valueOf(call.param("kind").orElse(""));
        var path = call.param("path").orElse("/");
        var fault = call.param("probability")
                .map(text -> Fault.sometimes(Double.parseDouble(text), kind, path))
                .orElseGet(() -> Fault.next(number(call, "times", 1), kind, path));
        return done(() -> control.inject(fault.lasting(java.time.Duration.ofMillis(number(call, "delay_ms", 1000)))));
    }

    private static Answer truth(Call call, SimulatorControl control) {
        int offset = number(call, "offset", 0);
        var ids = ids(call, control).stream().skip(offset).limit(number(call, "limit", 1000));
        return Answer.ok(ids.map(control::truth).map(ControlFace::printed).toList());
    }

    private static Map<String, Object> printed(OrderTruth truth) {
        return Json.object(
                "facts", truth.facts(),
                "v1", Json.raw(truth.v1()),
                "v2", Json.raw(truth.v2()),
                "v2_items", Json.raw(truth.v2Items()));
    }

    private static Answer history(Call call, SimulatorControl control) {
        var histories = new TreeMap<Long, Object>();
        ids(call, control)
                .forEach(id -> histories.put(
                        id,
                        control.history(id).stream()
                                .map(change ->
                                        Json.object("at", change.at().toString(), "status_id", change.statusId()))
                                .toList()));
        return Answer.ok(histories);
    }

    private static List<Long> ids(Call call, SimulatorControl control) {
        var asked = call.array("ids").stream().map(Long::valueOf).toList();
        return asked.isEmpty() ? control.orderIds() : asked;
    }

    private static Integer[] locations(Optional<JsonNode> body) {
        return body.map(json -> json.path("locations")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toArray(Integer[]::new))
                .orElse(new Integer[0]);
    }

    static Answer done(Runnable work) {
        work.run();
        return Answer.ok(Json.object("done", true));
    }

    static Answer unknown(Call call) {
        return Answer.json(404, Json.object("error", "no control at " + call.method() + " " + call.path()));
    }

    static int number(Call call, String name, int otherwise) {
        return call.param(name).map(Integer::valueOf).orElse(otherwise);
    }
}
