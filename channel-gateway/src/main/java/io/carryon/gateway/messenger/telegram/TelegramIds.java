package io.carryon.gateway.messenger.telegram;

import java.util.OptionalLong;

/** A message's id is one of its chat; ours names bot and chat too, and is nobody else's. */
final class TelegramIds {

    private static final String KIND = "telegram:";

    private TelegramIds() {}

    static String of(String connection, String chat, String message) {
        return KIND + connection + "/" + chat + "/" + message;
    }

    /** The message's own id, if it is one of this chat. */
    static OptionalLong messageIn(String connection, String chat, String id) {
        var prefix = of(connection, chat, "");
        if (id == null
                || !id.startsWith(prefix)
                || !id.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(id.substring(prefix.length())));
    }
}
