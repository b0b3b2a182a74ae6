package remfunnel.config;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service that people and commands speak to. */
@SpringBootApplication
public class ConfigApplication {
    /** The application with its own settings file, so that several services can run in one process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ConfigApplication.class)
                .properties("spring.config.name=config", "spring.jmx.enabled=false");
    }

    /** Alone, nobody but its log can tell the first password. */
    public static void main(String[] args) {
        builder().properties("config.alone=true").run(args);
    }
}
