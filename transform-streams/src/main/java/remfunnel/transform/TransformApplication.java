package remfunnel.transform;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Turns order events into facts, for ever. */
@SpringBootApplication
public class TransformApplication {
    public static void main(String[] arguments) {
        start(Map.of(), arguments);
    }

    /** Started beside other services in one JVM, which is why it names its own settings file. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings, String... arguments) {
        return new SpringApplicationBuilder(TransformApplication.class)
                .properties(Map.of("spring.config.name", "transform", "spring.jmx.enabled", "false"))
                .properties(settings)
                .run(arguments);
    }
}
