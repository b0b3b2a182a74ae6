package remfunnel.config;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service that people and commands speak to. */
@SpringBootApplication
public class ConfigApplication {
    /** Alone, nobody but its log can tell the first password. */
    public static void main(String[] args) {
        start(Map.of("config.alone", "true"), args);
    }

    /** Started beside other services in one JVM, which is why it names its own settings file. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings, String... args) {
        return new SpringApplicationBuilder(ConfigApplication.class)
                .properties(Map.of("spring.config.name", "config", "spring.jmx.enabled", "false"))
                .properties(settings)
                .run(args);
    }
}
