package io.carryon.ticketing.conversation;

import io.carryon.ticketing.problem.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Pages through a ticket's conversation, with those of the tickets that were merged into it. */
@ApplicationScoped
public class ConversationPages {

    private final Conversation conversation;
    private final ConversationParts parts;
    private final EntryViews views;

    public ConversationPages(Conversation conversation, ConversationParts parts, EntryViews views) {
        this.conversation = conversation;
        this.parts = parts;
        this.views = views;
    }

    /** A page from the start (cursor null) or after a cursor of this ticket's conversation, else 400; in a transaction. */
    public EntryPage page(UUID ticketId, String cursor, int limit) {
        var together = parts.of(ticketId);
        return together.size() == 1 ? ofOne(ticketId, cursor, limit) : ofAll(ticketId, together, cursor, limit);
    }

    private EntryPage ofOne(UUID ticketId, String cursor, int limit) {
        var query = "entries of " + ticketId;
        var after = cursor == null ? 0 : Cursor.number(cursor, query);
        var found = conversation.page(ticketId, after, limit + 1);
        var last = found.size() > limit ? String.valueOf(found.get(limit - 1).position()) : null;
        return shown(found, limit, last == null ? null : Cursor.of(query, last));
    }

    /** Positions count within one ticket: several are in the order in which things were said. */
    private EntryPage ofAll(UUID ticketId, List<UUID> together, String cursor, int limit) {
        var query = "entries of all of " + ticketId;
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = conversation.page(
                together,
                mark == null ? null : Cursor.instant(mark.get(0)),
                mark == null ? null : Cursor.uuid(mark.get(1)),
                limit + 1);
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return shown(
                found,
                limit,
                last == null
                        ? null
                        : Cursor.of(query, last.at().toString(), last.id().toString()));
    }

    private EntryPage shown(List<ListedEntry> found, int limit, String next) {
        return new EntryPage(found.stream().limit(limit).map(views::of).toList(), next, next != null);
    }
}
