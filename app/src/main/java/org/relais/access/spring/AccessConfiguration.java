package org.relais.access.spring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.Countersign;
import org.relais.access.GlassLog;
import org.relais.access.Guard;
import org.relais.access.Login;
import org.relais.access.People;
import org.relais.access.Trace;
import org.relais.access.Whereabouts;
import org.relais.access.screens.ScreenHolders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The door, assembled. The context brings {@link Accounts}, {@link People}, {@link Trace}, the shared screens and the clock; the setting
 * {@code relais.hosts} names, comma-separated, the names and addresses beside loopback that this node answers to.
 */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {
    private static final String CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none';"
            + " base-uri 'none'";
    private static final String NO_FEATURES =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()," + " display-capture=(), browsing-topics=()";

    @Bean
    Login login(Accounts accounts, Badges badges, Trace trace, InstantSource clock) {
        return new Login(accounts, badges, trace, clock);
    }

    @Bean
    Guard guard(Trace trace, Whereabouts whereabouts, GlassLog glass, InstantSource clock) {
        return new Guard(trace, whereabouts, glass, clock);
    }

    @Bean
    Countersign countersign(Login login, Trace trace) {
        return new Countersign(login, trace);
    }

    @Bean
    AuthenticationProvider loginProvider(Login login) {
        return new LoginProvider(login);
    }

    @Bean
    Doors doors(Accounts accounts, Login login, ScreenHolders screens, InstantSource clock) {
        return new Doors(accounts, login, screens, clock);
    }

    @Bean
    DoorController doorController(Login login, People people, BadgeDesk desk, InstantSource clock) {
        return new DoorController(login, people, desk, clock);
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http, Doors doors, @Value("${relais.hosts:}") List<String> hosts) {
        headers(http);
        http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(Paths.OPEN.toArray(String[]::new))
                .permitAll()
                .requestMatchers(request -> Requests.screen(request).isPresent())
                .permitAll()
                .anyRequest()
                .authenticated());
        http.formLogin(
                form -> form.loginPage(Paths.LOGIN).successHandler(doors::in).failureHandler(doors::notIn));
        http.logout(out -> out.logoutUrl(Paths.LOGOUT).logoutSuccessHandler(doors::out));
        http.requestCache(RequestCacheConfigurer::disable);
        http.exceptionHandling(refused -> refused.accessDeniedHandler(doors::denied)
                .authenticationEntryPoint((request, response, _) -> Turned.away(request, response, Paths.LOGIN)));
        http.addFilterBefore(new HostCheck(hosts), DisableEncodeUrlFilter.class);
        http.addFilterBefore(doors.gate(), AuthorizationFilter.class);
        return http.build();
    }

    private static void headers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(features -> features.policy(NO_FEATURES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false)));
    }

    /** The session's cookie: no script reads it, no other site sends it, and https keeps it to https. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setName("relais");
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setAttribute("SameSite", "Strict");
        };
    }

    @Bean
    WebMvcConfigurer routeRights(Guard guard) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RouteGuard(guard)).order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AccountArgument());
            }
        };
    }
}
