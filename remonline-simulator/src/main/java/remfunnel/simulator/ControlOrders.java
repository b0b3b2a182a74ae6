package remfunnel.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Control of orders: create, move, edit, delete. */
final class ControlOrders {
    private final SimulatorControl control;

    ControlOrders(SimulatorControl control) {
        this.control = control;
    }

    Answer change(Call call, String[] path, Optional<JsonNode> body) {
        if (path.length == 1) {
            int status = ControlFace.number(call, "status_id", StatusPaths.NEW);
            return Answer.ok(Json.object("id", control.create(status, edit(call, body))));
        }
        long id = Long.parseLong(path[1]);
        if (call.method().equals("DELETE")) {
            return ControlFace.done(() -> control.delete(id));
        }
        return switch (path.length > 2 ? path[2] : "") {
            case "move" -> ControlFace.done(() -> control.move(id, ControlFace.number(call, "status_id", 0)));
            case "edit" -> ControlFace.done(() -> control.edit(id, edit(call, body)));
            default -> ControlFace.unknown(call);
        };
    }

    private static OrderEdit edit(Call call, Optional<JsonNode> body) {
        return new OrderEdit(
                body.map(json -> json.path("lines")).filter(JsonNode::isArray).map(ControlOrders::lines),
                call.param("paid").map(java.math.BigDecimal::new),
                call.param("location_id").map(Integer::valueOf),
                call.param("order_type_id").map(Integer::valueOf),
                call.param("manager_id").map(Integer::valueOf),
                call.param("malfunction"),
                body.map(json -> customFields(json.path("custom_fields"))).orElse(Map.of()));
    }

    private static List<Line> lines(JsonNode lines) {
        return lines.valueStream().map(ControlOrders::line).toList();
    }

    private static Line line(JsonNode line) {
        var title = line.path("title").asString("Строка");
        var amount = line.path("amount").asString("1");
        var price = line.path("price").asString("0");
        var cost = line.path("cost").asString("0");
        boolean operation = line.path("kind").asString("part").equals("operation");
        var made = operation ? Line.operation(title, amount, price, cost) : Line.part(title, amount, price, cost);
        return made.withDiscount(line.path("discount").asString("0"));
    }

    private static Map<String, Object> customFields(JsonNode fields) {
        var values = new HashMap<String, Object>();
        fields.properties().forEach(field -> values.put(field.getKey(), Json.read(field.getValue(), Object.class)));
        return values;
    }
}
