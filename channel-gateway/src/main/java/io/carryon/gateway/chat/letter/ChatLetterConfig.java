package io.carryon.gateway.chat.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a chat goes on by e-mail. */
@ConfigMapping(prefix = "carryon.chat-letters")
public interface ChatLetterConfig {

    /** How long an answer may stay unread in the chat before it goes by mail as well. */
    @WithDefault("2m")
    Duration unreadFor();
}
