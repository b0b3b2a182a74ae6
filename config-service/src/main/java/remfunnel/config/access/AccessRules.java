package remfunnel.config.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import remfunnel.Role;
import remfunnel.config.openid.OpenIdSettings;

/** Who may do what, by path and method: what is not named here needs a role. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessRules {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String[] OPEN = {
        "/actuator/health", "/actuator/health/**", "/login.html", "/login.css", "/login.js", "/page/icon.svg"
    };

    private static final String[] ADMINISTRATION = {"/api/users", "/api/users/**", "/api/tokens", "/api/tokens/**"};

    /** CSRF is checked by {@link CallerFilter}, bound to the session: Spring's own check keeps its token apart from it. */
    @Bean
    SecurityFilterChain security(HttpSecurity http, CallerFilter callers, AuditTrail trail) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AccessRules::headers)
                .addFilterBefore(trail, AnonymousAuthenticationFilter.class)
                .addFilterBefore(callers, AnonymousAuthenticationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(Refusals::noLogin).accessDeniedHandler(Refusals::forbidden))
                .authorizeHttpRequests(AccessRules::rules)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/login")
                .permitAll()
                .requestMatchers(
                        HttpMethod.GET,
                        "/api/session/state",
                        "/api/login",
                        "/api/login/openid",
                        OpenIdSettings.CALLBACK)
                .permitAll()
                .requestMatchers("/api/logout", "/api/password")
                .hasAuthority(Caller.PERSON)
                .requestMatchers(HttpMethod.GET, "/api/session")
                .authenticated()
                .requestMatchers(ADMINISTRATION)
                .hasAuthority(Role.ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/**")
                .hasAuthority(Role.VIEWER.name())
                .requestMatchers(HttpMethod.HEAD, "/**")
                .hasAuthority(Role.VIEWER.name())
                .anyRequest()
                .hasAuthority(Role.OPERATOR.name());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
