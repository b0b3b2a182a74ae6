package remfunnel.config.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import remfunnel.DictionaryKind;
import remfunnel.FunnelConfig;
import remfunnel.config.document.DictionaryNames.Entry;

/** Documents and names that the tests share. */
public final class Documents {
    public static final String MINIMAL = """
            connector: tver-repair
            title: Мастерская
            source: {api: v1}
            time-zone: Europe/Moscow
            currency: RUB
            """;

    private Documents() {}

    public static String example() {
        try (InputStream file = Documents.class.getResourceAsStream("/example-connector.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the samples, and the location of the example. */
    public static DictionaryNames names() {
        return new DictionaryNames(Map.of(
                DictionaryKind.STATUS,
                List.of(
                        new Entry("900101", "Новый"),
                        new Entry("900102", "В работе"),
                        new Entry("900103", "Ждёт запчасть"),
                        new Entry("900104", "Готов"),
                        new Entry("900105", "Доставка"),
                        new Entry("900106", "Закрыт"),
                        new Entry("900107", "Отказ")),
                DictionaryKind.LOCATION,
                List.of(new Entry("120001", "Тверь"), new Entry("120002", "Юг"), new Entry("120003", "Юг")),
                DictionaryKind.ORDER_TYPE,
                List.of(new Entry("130001", "Платный"), new Entry("130002", "Гарантийный"))));
    }

    public static Node yaml(String text) {
        Faults faults = new Faults();
        Node root = NodeReader.yaml(text, faults);
        if (!faults.none()) {
            throw new IllegalArgumentException(faults.list().toString());
        }
        return root;
    }

    static ConnectorReading read(String yaml) {
        return ConnectorReader.file(yaml(yaml), names());
    }

    public static FunnelConfig config(String yaml) {
        return switch (read(yaml)) {
            case ConnectorReading.Read read -> read.config();
            case ConnectorReading.Misread misread ->
                throw new IllegalArgumentException(misread.faults().toString());
        };
    }

    static List<Fault> faults(String yaml) {
        return switch (read(yaml)) {
            case ConnectorReading.Read read -> List.of();
            case ConnectorReading.Misread misread -> misread.faults();
        };
    }
}
