package io.carryon.ticketing.conversation;

import java.util.List;
import java.util.UUID;

/** Tells which tickets' conversations are shown as one. */
@FunctionalInterface
public interface ConversationParts {

    /** The ticket itself and those that were merged into it; asked in a transaction. */
    List<UUID> of(UUID ticketId);
}
