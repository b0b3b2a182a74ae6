package remfunnel.systemtests.upgrades;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import remfunnel.simulator.OrderEdit;
import remfunnel.simulator.StatusChange;
import remfunnel.systemtests.kills.Shop;

/** The account that a released version polled when it wrote its data: it lives the same life each time, as far as that version saw it. */
final class Account implements AutoCloseable {
    private static final int ORDERS = 40;
    private static final int RECEIVED = 8;
    private static final int CHANGES = 8;
    private static final Duration UNTIL_POLLED = Duration.ofSeconds(10);
    private static final Duration IN_A_STATUS = Duration.ofHours(5);
    private static final int NEW = 900101;
    private static final int READY = 900104;

    /** Into work, out of it and into it again, to the end and out of that too: by the first revision some of it is no stage. */
    private static final List<Integer> WAY = List.of(900102, READY, 900102, READY, 900106, 900102);

    private final Shop shop = new Shop(ORDERS, 9, Duration.ZERO);
    private final List<Long> received = new ArrayList<>();

    /** As it was when the released version was stopped. */
    static Account asTheReleaseLeftIt() {
        var account = new Account();
        account.underTheFirst().forEach(Runnable::run);
        account.underTheSecond().forEach(Runnable::run);
        return account;
    }

    Shop shop() {
        return shop;
    }

    /** What happens while the first revision is in force: what one poll is to see after another. */
    List<Runnable> underTheFirst() {
        return Stream.of(
                        Stream.<Runnable>of(this::rest),
                        life(),
                        Stream.<Runnable>of(this::receive),
                        IntStream.range(0, WAY.size()).<Runnable>mapToObj(step -> () -> wander(step)))
                .flatMap(Function.identity())
                .toList();
    }

    /** And the second. */
    List<Runnable> underTheSecond() {
        return Stream.of(life(), Stream.<Runnable>of(this::leave), life())
                .flatMap(Function.identity())
                .toList();
    }

    /** And after the upgrade: new orders, old ones that enter stages they were in before, and whatever else happens. */
    List<Runnable> afterwards() {
        return Stream.concat(Stream.<Runnable>of(this::receive, this::returnToReady), life())
                .toList();
    }

    /** One that went all the way, one that went a part of it, and one that left the funnel. */
    List<Long> remarkable() {
        return List.of(received.getLast(), received.get(2), received.getFirst());
    }

    List<StatusChange> history(long order) {
        return shop.control().history(order);
    }

    private Stream<Runnable> life() {
        return Stream.<Runnable>generate(() -> this::live).limit(CHANGES);
    }

    /** One change at a time: of two of one order in the same second a poll may see the first, and its answer be dated after the second. */
    private void live() {
        shop.control().step(1);
        rest();
    }

    private void receive() {
        for (int i = 0; i < RECEIVED; i++) {
            received.add(shop.control().create(NEW, OrderEdit.NOTHING));
        }
        rest();
    }

    /** Each of those received goes one step further than the one before. */
    private void wander(int step) {
        shop.pass(IN_A_STATUS);
        received.subList(step, received.size()).forEach(order -> shop.control().move(order, WAY.get(step)));
        rest();
    }

    private void returnToReady() {
        shop.pass(IN_A_STATUS);
        received.subList(1, WAY.size()).forEach(order -> shop.control().move(order, READY));
        rest();
    }

    /** By its type the filter leaves it out from now on. */
    private void leave() {
        shop.control()
                .edit(
                        received.getFirst(),
                        new OrderEdit(
                                OrderEdit.NOTHING.lines(),
                                OrderEdit.NOTHING.paid(),
                                OrderEdit.NOTHING.locationId(),
                                Optional.of(Revision.GUARANTEE),
                                OrderEdit.NOTHING.managerId(),
                                OrderEdit.NOTHING.malfunction(),
                                OrderEdit.NOTHING.customFields()));
        rest();
    }

    private void rest() {
        shop.pass(UNTIL_POLLED);
    }

    @Override
    public void close() {
        shop.close();
    }
}
