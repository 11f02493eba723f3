package io.carryon.ticketing.structure;

import io.carryon.ticketing.conversation.ConversationParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A ticket shows the conversations of those that were merged into it with its own. */
@ApplicationScoped
class MergedConversation implements ConversationParts {

    private final Merges merges;

    MergedConversation(Merges merges) {
        this.merges = merges;
    }

    @Override
    public List<UUID> of(UUID ticketId) {
        return merges.partsOf(ticketId);
    }
}
