package io.carryon.gateway.chat.activity;

import java.util.UUID;

/** Shows visitors that somebody of support types. */
@FunctionalInterface
public interface TypingNews {

    /** Somebody, whose name may be null, types in this contact's chat or no longer does. Returns at once. */
    void typing(UUID contactId, boolean on, String name);
}
