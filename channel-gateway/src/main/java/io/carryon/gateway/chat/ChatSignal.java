package io.carryon.gateway.chat;

import java.util.Collection;
import java.util.UUID;

/** The way to the other processes of the gateway. */
@FunctionalInterface
public interface ChatSignal {

    /** Has the others told, as soon as may be, and returns at once. What is lost they notice by themselves a little later. */
    void send(Collection<UUID> sessionIds);
}
