package remfunnel.simulator;

/** An order status of the account; its group says what it means to RemOnline. */
public record Status(int id, String name, String color, int group) {
    boolean isDone() {
        return group == 4;
    }

    boolean isClosed() {
        return group == 6 || group == 7;
    }
}
