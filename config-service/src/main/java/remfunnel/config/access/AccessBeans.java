package remfunnel.config.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import remfunnel.config.LiveTopics;
import remfunnel.config.TopicWriter;
import remfunnel.config.openid.OpenIdSettings;
import remfunnel.schemas.DerivedKey;
import remfunnel.schemas.SharedSettings;

/** What access is put together of. */
@Configuration(proxyBeanMethods = false)
class AccessBeans {
    @Bean
    Secrets secrets(SharedSettings settings) {
        return settings.keyset()
                .map(keyset -> new Secrets(DerivedKey.of(keyset, "remfunnel config-service access 1")))
                .orElseGet(Secrets::ofChance);
    }

    @Bean
    Sessions sessions(Secrets secrets, Clock clock, @Value("${config.session}") Duration life) {
        return new Sessions(secrets, clock, life);
    }

    @Bean
    LoginWays loginWays(Environment environment, Clock clock, @Value("${config.passwords}") boolean passwords) {
        var settings = Binder.get(environment).bindOrCreate("remfunnel.config.openid", OpenIdSettings.class);
        return LoginWays.of(passwords, settings, clock);
    }

    @Bean
    OpenIdAttempts openIdAttempts(Secrets secrets, Clock clock) {
        return new OpenIdAttempts(secrets, clock);
    }

    @Bean
    Users users(LiveTopics topics, TopicWriter writer, Clock clock) {
        return new Users(topics, writer, clock);
    }

    @Bean
    ApiTokens apiTokens(LiveTopics topics, TopicWriter writer, Secrets secrets, Clock clock) {
        return new ApiTokens(topics, writer, secrets, clock);
    }

    @Bean
    LoginLimit loginLimit(Clock clock) {
        return new LoginLimit(clock);
    }

    /** Who starts the service beside others tells its owner the password. */
    @Bean
    FirstAdmin firstAdmin(Users users, Secrets secrets, LoginWays ways, @Value("${config.alone:false}") boolean alone) {
        return new FirstAdmin(users, secrets, ways.passwords(), alone);
    }

    @Bean
    OwnersToken ownersToken(ApiTokens tokens, @Value("${config.owner-token}") boolean wanted) {
        return new OwnersToken(tokens, wanted);
    }

    @Bean
    CallerFilter callerFilter(Sessions sessions, Users users, ApiTokens tokens, OwnersToken owner) {
        return new CallerFilter(sessions, users, tokens, owner);
    }

    @Bean
    AuditTrail auditTrail(TopicWriter writer, Secrets secrets, Clock clock) {
        return new AuditTrail(writer, secrets, clock);
    }

    /** Filters of the security chain are not the container's too. */
    @Bean
    FilterRegistrationBean<CallerFilter> callerFilterInItsChainOnly(CallerFilter filter) {
        return inItsChainOnly(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<AuditTrail> auditTrailInItsChainOnly(AuditTrail filter) {
        return inItsChainOnly(new FilterRegistrationBean<>(filter));
    }

    private static <R extends FilterRegistrationBean<?>> R inItsChainOnly(R registration) {
        registration.setEnabled(false);
        return registration;
    }
}
