package io.carryon.ticketing.conversation;

import io.carryon.ticketing.problem.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Pages through a ticket's conversation. */
@ApplicationScoped
public class ConversationPages {

    private final Conversation conversation;
    private final EntryViews views;

    public ConversationPages(Conversation conversation, EntryViews views) {
        this.conversation = conversation;
        this.views = views;
    }

    /** A page from the start (cursor null) or after a cursor of this ticket's conversation, else 400. */
    public EntryPage page(UUID ticketId, String cursor, int limit) {
        var query = "entries of " + ticketId;
        var after = cursor == null ? 0 : Cursor.number(cursor, query);
        var found = conversation.page(ticketId, after, limit + 1);
        var hasMore = found.size() > limit;
        var shown = hasMore ? found.subList(0, limit) : found;
        return new EntryPage(
                shown.stream().map(views::of).toList(),
                hasMore ? Cursor.of(query, String.valueOf(shown.getLast().position())) : null,
                hasMore);
    }
}
