package io.carryon.gateway.chat;

import java.util.Collection;
import java.util.UUID;

/** Somebody who shows chats and wants to know at once when one has changed. */
@FunctionalInterface
public interface ChatFollower {

    /** These chats have news, stored already. Returns at once; told for nothing now and then, and must not mind. */
    void changed(Collection<UUID> sessionIds);
}
