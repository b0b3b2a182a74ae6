package remfunnel.funnel;

import static remfunnel.funnel.FieldType.FLAG;
import static remfunnel.funnel.FieldType.ID;
import static remfunnel.funnel.FieldType.MONEY;
import static remfunnel.funnel.FieldType.NUMBER;
import static remfunnel.funnel.FieldType.TEXT;
import static remfunnel.funnel.FieldType.TIME;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that every order has. Their order is the order of {@link OrderCodec}: new ones go to the end. */
enum OrderField {
    ID_(ID, "Order id", "ID заказа"),
    NUMBER_(TEXT, "Order number", "Номер заказа"),
    CREATED_AT(TIME, "Created at", "Дата создания"),
    MODIFIED_AT(TIME, "Modified at", "Дата изменения"),
    DONE_AT(TIME, "Done at", "Дата готовности"),
    CLOSED_AT(TIME, "Closed at", "Дата закрытия"),
    STATUS(NameKind.STATUS, "Status", "Статус"),
    STATUS_GROUP(NUMBER, "Status group", "Группа статуса"),
    ORDER_TYPE(NameKind.ORDER_TYPE, "Order type", "Тип заказа"),
    LOCATION(NameKind.LOCATION, "Location", "Локация"),
    MANAGER(NameKind.EMPLOYEE, "Manager", "Менеджер"),
    ENGINEER(NameKind.EMPLOYEE, "Engineer", "Инженер"),
    AD_CAMPAIGN(NameKind.AD_CAMPAIGN, "Ad campaign", "Рекламная кампания"),
    CLIENT(ID, "Client id", "ID клиента"),
    CLIENT_JURIDICAL(FLAG, "Client is a company", "Клиент — юрлицо"),
    BRAND(TEXT, "Brand", "Бренд"),
    MODEL(TEXT, "Model", "Модель"),
    KIND(TEXT, "Device kind", "Вид устройства"),
    SERIAL(TEXT, "Serial number", "Серийный номер"),
    URGENT(FLAG, "Urgent", "Срочный"),
    PRICE(true, "Price before discount", "Сумма без скидки"),
    DISCOUNT_SUM(false, "Discount", "Сумма скидки"),
    TOTAL(false, "Order total", "Сумма заказа"),
    PAID(false, "Paid", "Оплачено"),
    DEBT(false, "Debt", "Долг"),
    ESTIMATED_COST(false, "Estimated cost", "Ориентировочная стоимость"),
    PARTS_PRICE(true, "Price of parts", "Стоимость запчастей"),
    PARTS_COST(true, "Cost of parts", "Себестоимость запчастей"),
    OPERATIONS_PRICE(true, "Price of services", "Стоимость работ"),
    OPERATIONS_COST(true, "Cost of services", "Себестоимость работ"),
    COST(true, "Cost", "Себестоимость");

    static final OrderField[] ALL = values();
    private static final Map<String, OrderField> BY_NAME =
            Arrays.stream(ALL).collect(Collectors.toUnmodifiableMap(each -> each.field.name(), Function.identity()));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Field field;

    OrderField(FieldType type, String en, String ru) {
        this.field = new Field(nameOf(this), type, Text.of(en, ru), false, Optional.empty());
    }

    OrderField(NameKind reference, String en, String ru) {
        this.field = new Field(nameOf(this), ID, Text.of(en, ru), false, Optional.of(reference));
    }

    OrderField(boolean needsItems, String en, String ru) {
        this.field = new Field(nameOf(this), MONEY, Text.of(en, ru), needsItems, Optional.empty());
    }

    static Optional<OrderField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    Field field() {
        return field;
    }

    FieldType type() {
        return field.type();
    }

    /** Where an order keeps its value, and its place in {@link OrderCodec}, which has room for 63. */
    @SuppressWarnings("EnumOrdinal")
    int slot() {
        return ordinal();
    }

    /** An underscore at the end only keeps a constant apart from the type of the same name. */
    private static String nameOf(OrderField constant) {
        var name = constant.name().toLowerCase(Locale.ROOT);
        return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }
}
