package remfunnel.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The account's lists: statuses, fields and locations, which people edit, and the others, which stay. */
final class Dictionaries {
    private static final List<Named> LOCATIONS = List.of(
            new Named(120001, "Тверь"), new Named(120002, "Мастерская Центр"), new Named(120003, "Автосервис Юг"));
    static final List<Named> ORDER_TYPES =
            List.of(new Named(130001, "Платный"), new Named(130002, "Гарантийный"), new Named(130003, "Срочный"));
    static final List<Named> CAMPAIGNS =
            List.of(new Named(140001, "Интернет"), new Named(140002, "Листовка"), new Named(140003, "Рекомендация"));
    private static final int NUMBER = 6;
    private static final List<OrderField> ORDER_FIELDS = List.of(
            new OrderField(920001, "Способ получения", 3),
            new OrderField(920002, "Количество устройств", NUMBER),
            new OrderField(920003, "Дата выезда", 5),
            new OrderField(920004, "Нужна доставка", 0),
            new OrderField(920005, "Комментарий", 1));
    static final List<Employee> EMPLOYEES = List.of(
            new Employee(310001, "Менеджер", "Тестовый", "Менеджер", false),
            new Employee(310002, "Инженер", "Тестовый", "Инженер", false),
            new Employee(310003, "Уволенный", "Тестовый", "", true),
            new Employee(310004, "Приёмщик", "Примерный", "Менеджер", false),
            new Employee(310005, "Мастер", "Образцовый", "Инженер", false));

    private final Map<Integer, Status> statuses = new ConcurrentSkipListMap<>();
    // An order keeps its status when the shop deletes it from the list.
    private final Map<Integer, Status> everKnown = new ConcurrentSkipListMap<>();

    private final List<OrderField> orderFields = new CopyOnWriteArrayList<>(ORDER_FIELDS);
    private final List<Named> locations = new CopyOnWriteArrayList<>(LOCATIONS);

    Dictionaries() {
        put(new Status(StatusPaths.NEW, "Новый", "#1E79C7", 1));
        put(new Status(StatusPaths.WORK, "В работе", "#5CB85C", 2));
        put(new Status(StatusPaths.WAITING, "Ждёт запчасть", "#F0AD4E", 3));
        put(new Status(StatusPaths.READY, "Готов", "#53585C", 4));
        put(new Status(StatusPaths.DELIVERY, "Доставка", "#5BC0DE", 5));
        put(new Status(StatusPaths.CLOSED, "Закрыт", "#939699", 6));
        put(new Status(StatusPaths.REFUSED, "Отказ", "#D9534F", 7));
    }

    Collection<Status> statuses() {
        return new ArrayList<>(statuses.values());
    }

    Optional<Status> status(int id) {
        return Optional.ofNullable(statuses.get(id));
    }

    /** Also a deleted status, as orders that stand in it still show it. */
    Status statusOfOrder(int id) {
        return everKnown.get(id);
    }

    void put(Status status) {
        statuses.put(status.id(), status);
        everKnown.put(status.id(), status);
    }

    synchronized Status add(String name, int group) {
        int id = new TreeMap<>(everKnown).lastKey() + 1;
        put(new Status(id, name, "#777777", group));
        return statuses.get(id);
    }

    List<OrderField> orderFields() {
        return List.copyOf(orderFields);
    }

    /** Of numbers, which formulas can use too. */
    synchronized void addOrderField(String name) {
        orderFields.add(new OrderField(orderFields.getLast().id() + 1, name, NUMBER));
    }

    List<Named> locations() {
        return List.copyOf(locations);
    }

    void renameLocation(int id, String name) {
        locations.replaceAll(each -> each.id() == id ? new Named(id, name) : each);
    }

    boolean delete(int id) {
        return statuses.remove(id) != null;
    }

    record Named(int id, String name) {}

    record OrderField(int id, String name, int type) {}

    record Employee(int id, String firstName, String lastName, String position, boolean deleted) {}
}
