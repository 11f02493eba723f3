package io.carryon.ticketing.fields;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The words staff put on tickets, in lower case, in the caller's transaction, which holds the ticket's lock. */
@ApplicationScoped
public class Tags {

    /** A ticket has at most so many. */
    public static final int MOST = 50;

    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

    private static final String OF =
            "select tag from ticketing.ticket_tag where ticket_id = ? order by tag collate \"C\"";

    private static final String ADD = """
            insert into ticketing.ticket_tag (ticket_id, tag) select ?, tag from unnest(?) as tag on conflict do nothing""";

    private static final String REMOVE = "delete from ticketing.ticket_tag where ticket_id = ? and tag = any(?)";

    private final Sql sql;
    private final Clock clock;

    Tags(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Those of a ticket, in order. */
    public List<String> of(UUID ticketId) {
        return sql.list(OF, row -> row.getString(1), ticketId);
    }

    /** The ticket has these and no others; nothing happens when it has them. 400 for a word that is no tag. */
    void replace(Ticket ticket, Collection<String> tags, Actor by) {
        change(ticket, read("/tags", tags), new TreeSet<>(of(ticket.id())), by);
    }

    /** Adds some and takes off others; nothing happens when that is so already. 400 for a word that is no tag. */
    public void change(Ticket ticket, Collection<String> add, Collection<String> remove, Actor by) {
        var present = new TreeSet<>(of(ticket.id()));
        var wanted = new TreeSet<>(present);
        wanted.addAll(read("/addTags", add));
        wanted.removeAll(read("/removeTags", remove));
        change(ticket, wanted, present, by);
    }

    private void change(Ticket ticket, SortedSet<String> wanted, SortedSet<String> present, Actor by) {
        if (wanted.size() > MOST) {
            throw ProblemException.invalid("/tags", "must not leave the ticket with more than %d".formatted(MOST));
        }
        var added = wanted.stream().filter(tag -> !present.contains(tag)).toList();
        var removed = present.stream().filter(tag -> !wanted.contains(tag)).toList();
        if (added.isEmpty() && removed.isEmpty()) {
            return;
        }
        sql.update(ADD, ticket.id(), added.toArray(String[]::new));
        sql.update(REMOVE, ticket.id(), removed.toArray(String[]::new));
        ticket.reported(new StructureEvent.Tagged(added, removed), by, clock.instant());
    }

    private static SortedSet<String> read(String pointer, Collection<String> given) {
        var tags = new TreeSet<String>();
        for (var word : given == null ? List.<String>of() : given) {
            var tag = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
            if (!TAG.matcher(tag).matches()) {
                throw ProblemException.invalid(
                        pointer, "must have tags of 1 to 40 letters, digits, dots, hyphens and underscores");
            }
            tags.add(tag);
        }
        return tags;
    }
}
