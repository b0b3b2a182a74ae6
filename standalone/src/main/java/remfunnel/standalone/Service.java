package remfunnel.standalone;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import remfunnel.config.ConfigApplication;
import remfunnel.ingest.IngestApplication;
import remfunnel.transform.TransformApplication;

/** The services in the order they are closed in: who asks first, who derives last. */
enum Service {
    CONFIG,
    INGEST,
    TRANSFORM;

    private SpringApplicationBuilder application() {
        return switch (this) {
            case CONFIG -> ConfigApplication.builder();
            case INGEST -> IngestApplication.builder();
            case TRANSFORM -> TransformApplication.builder();
        };
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Started beside the others.
     *
     * @param fixed settings that belong to this machine, whatever the environment says
     * @param usual settings that the environment may override
     */
    ConfigurableApplicationContext start(Map<String, String> fixed, Map<String, String> usual) {
        var arguments = Stream.concat(
                Stream.of("--spring.config.name=" + title()),
                fixed.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()));
        return application()
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .initializers(context -> underTheEnvironment(context.getEnvironment(), usual))
                .run(arguments.toArray(String[]::new));
    }

    private static void underTheEnvironment(ConfigurableEnvironment environment, Map<String, String> usual) {
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("standalone", Map.copyOf(usual)));
    }
}
