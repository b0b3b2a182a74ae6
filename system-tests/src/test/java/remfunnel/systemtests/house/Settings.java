package remfunnel.systemtests.house;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting that a service binds, with its default where the code states it. */
final class Settings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(remfunnel\\.[a-z.-]+):([^}]*)}");

    private final Map<String, Optional<String>> defaults = new TreeMap<>();

    /** Those of a record bound from a prefix. */
    Settings bound(Class<?> type, String prefix) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = prefix + "." + kebab(components[i].getName());
            Class<?> valueType = components[i].getType();
            if (valueType.isRecord()) {
                bound(valueType, name);
            } else {
                var given = constructor.getParameters()[i].getAnnotation(DefaultValue.class);
                defaults.put(name, Optional.ofNullable(given).map(value -> value.value()[0]));
            }
        }
        return this;
    }

    /** Those of a record that says its prefix itself. */
    Settings bound(String className) throws ClassNotFoundException {
        Class<?> type = Class.forName(className);
        return bound(type, type.getAnnotation(ConfigurationProperties.class).value());
    }

    /** Those that a service's own settings file refers to. */
    Settings placeholders(Path file) throws IOException {
        PLACEHOLDER
                .matcher(Files.readString(file))
                .results()
                .forEach(found -> defaults.put(found.group(1), Optional.of(found.group(2))));
        return this;
    }

    Map<String, Optional<String>> defaults() {
        return defaults;
    }

    static String environment(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
