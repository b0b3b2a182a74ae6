package remfunnel.transform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Turns order events into facts, for ever. */
@SpringBootApplication
public class TransformApplication {
    /** The application with its own settings file, so that several services can run in one process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(TransformApplication.class)
                .properties("spring.config.name=transform", "spring.jmx.enabled=false");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
