package remfunnel.funnel;

/** What the items of a v2 order sum up to, products and services apart. */
final class ItemSums {
    private final LineSums parts = new LineSums();
    private final LineSums operations = new LineSums();

    void add(Line line) {
        switch (line.kind()) {
            case PRODUCT -> parts.add(line);
            case SERVICE -> operations.add(line);
            case UNKNOWN -> spoil();
        }
    }

    /** Items that were not fetched, or one that cannot be read. */
    void spoil() {
        parts.spoil();
        operations.spoil();
    }

    void putInto(OrderBuilder order) {
        parts.putInto(order, OrderField.PARTS_PRICE, OrderField.PARTS_COST);
        operations.putInto(order, OrderField.OPERATIONS_PRICE, OrderField.OPERATIONS_COST);
    }
}
