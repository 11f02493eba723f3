package io.carryon.gateway.messenger.whatsapp;

import io.carryon.gateway.messenger.Setup;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The configured numbers; one that could not be used keeps the service from starting. */
@Startup
@ApplicationScoped
class WhatsappConnections {

    private static final Pattern SECRET = Pattern.compile("\\S{8,1000}");

    private final Map<String, Number> byName = new HashMap<>();

    WhatsappConnections(WhatsappConfig config) {
        config.connections().forEach((name, given) -> {
            var setup = Setup.of("carryon.whatsapp.connections", name);
            byName.put(
                    name,
                    new Number(
                            name,
                            given.phoneNumberId(),
                            setup.secret("app-secret", given.appSecret(), given.appSecretFile(), SECRET),
                            setup.secret("verify-token", given.verifyToken(), given.verifyTokenFile(), SECRET),
                            setup.secret("access-token", given.accessToken(), given.accessTokenFile(), SECRET),
                            given.template().orElse(null)));
        });
    }

    /** One number; the template may be null. */
    record Number(
            String name,
            String phoneNumberId,
            String appSecret,
            String verifyToken,
            String accessToken,
            WhatsappConfig.Template template) {}

    Optional<Number> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The number an app posts about: one webhook of it serves all its numbers. */
    Optional<Number> ofApp(Number posted, String phoneNumberId) {
        return byName.values().stream()
                .filter(number -> number.phoneNumberId().equals(phoneNumberId)
                        && number.appSecret().equals(posted.appSecret()))
                .findFirst();
    }
}
