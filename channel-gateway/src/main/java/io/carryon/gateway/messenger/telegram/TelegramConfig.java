package io.carryon.gateway.messenger.telegram;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Bots at Telegram. Without a connection there are none. */
@ConfigMapping(prefix = "carryon.telegram")
public interface TelegramConfig {

    /** By a name of ours. */
    Map<String, Connection> connections();

    /** Where the Bot API is: Telegram's, or a server of its software. */
    @WithDefault("https://api.telegram.org")
    URI baseUrl();

    /** One bot. */
    interface Connection {

        /** The bot's token, from Telegram's BotFather. */
        Optional<String> token();

        Optional<Path> tokenFile();

        /** What Telegram shows with each webhook: the secret_token of setWebhook. */
        Optional<String> secret();

        Optional<Path> secretFile();
    }
}
