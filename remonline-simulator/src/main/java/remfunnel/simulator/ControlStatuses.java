package remfunnel.simulator;

/** Control of the status list: add, rename, delete. */
final class ControlStatuses {
    private ControlStatuses() {}

    static Answer change(Call call, String[] path, SimulatorControl control) {
        var name = call.param("name").orElse("");
        if (path.length == 1) {
            int id = control.addStatus(name, ControlFace.number(call, "group", 2));
            return Answer.ok(Json.object("id", id));
        }
        int id = Integer.parseInt(path[1]);
        return call.method().equals("DELETE")
                ? ControlFace.done(() -> control.deleteStatus(id))
                : ControlFace.done(() -> control.renameStatus(id, name));
    }
}
