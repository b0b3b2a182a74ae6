package remfunnel.config;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What OpenAPI cannot read off the code: the document of a connector, which is read strictly by hand. */
@Configuration(proxyBeanMethods = false)
class OpenApiBeans {
    @Bean
    OpenApiCustomizer connectorSchema() {
        Schema<?> connector = schema("/remfunnel/config/connector-schema.json");
        return api -> {
            api.info(new Info().title("remfunnel config-service").version("1"));
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            api.getComponents().addSchemas("Connector", connector);
        };
    }

    private static Schema<?> schema(String resource) {
        try (InputStream file = OpenApiBeans.class.getResourceAsStream(resource)) {
            return Json.mapper().readValue(file, Schema.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
