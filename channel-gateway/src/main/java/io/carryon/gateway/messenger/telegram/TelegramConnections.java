package io.carryon.gateway.messenger.telegram;

import io.carryon.gateway.messenger.Setup;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The configured bots; one that could not be used keeps the service from starting. */
@Startup
@ApplicationScoped
class TelegramConnections {

    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{10,100}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");

    private final Map<String, Bot> byName = new HashMap<>();

    TelegramConnections(TelegramConfig config) {
        config.connections().forEach((name, given) -> {
            var setup = Setup.of("carryon.telegram.connections", name);
            byName.put(
                    name,
                    new Bot(
                            name,
                            setup.secret("token", given.token(), given.tokenFile(), TOKEN),
                            setup.secret("secret", given.secret(), given.secretFile(), SECRET)));
        });
    }

    /** One bot: with the token we call, with the secret Telegram does. */
    record Bot(String name, String token, String secret) {}

    Optional<Bot> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
