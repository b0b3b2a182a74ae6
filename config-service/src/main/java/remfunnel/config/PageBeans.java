package remfunnel.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import remfunnel.config.page.Configurations;
import remfunnel.config.page.FunnelBook;
import remfunnel.config.shaping.ConfigHistory;
import remfunnel.schemas.Records;
import remfunnel.schemas.SharedSettings;

/** What the pages read from. */
@Configuration(proxyBeanMethods = false)
class PageBeans {
    @Bean
    FunnelBook funnelBook() {
        return new FunnelBook();
    }

    @Bean
    ConfigHistory configHistory() {
        return new ConfigHistory();
    }

    /** After the live topics, which make sure that the topics are there. */
    @Bean
    @DependsOn("liveTopics")
    FunnelTail funnelTail(SharedSettings settings, Records records, FunnelBook book, ConfigHistory history) {
        return new FunnelTail(settings.kafka(), records, book, history);
    }

    @Bean
    Configurations configurations(Connectors connectors) {
        return connectors::active;
    }
}
