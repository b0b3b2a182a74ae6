package remfunnel.ingest;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Reads what RemOnline holds and what changes there, and publishes it. */
@SpringBootApplication
public class IngestApplication {
    /** The application with its own settings file, so that several services can run in one process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(IngestApplication.class)
                .properties("spring.config.name=ingest", "spring.jmx.enabled=false");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
