package io.carryon.ticketing.customers;

import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import javax.sql.DataSource;

/** Takes customers out of others' tickets where they took part, and out of the replies that went to them in copy. */
@ApplicationScoped
class ParticipantErasure {

    private static final String MAIL = "mailto:";

    // A channel's words may hold the address that they are about.
    private static final String ENTRIES = """
            update ticketing.entry e set copies = nullif(array_to_string(array(
                    select line from unnest(string_to_array(e.copies, E'\\n')) as line where line <> all(?)), E'\\n'), ''),
                delivery_reason = case when not exists (
                    select 1 from unnest(?) as a where position(a in lower(e.delivery_reason)) > 0) then delivery_reason end
            where e.copies is not null and string_to_array(e.copies, E'\\n') && ?
            returning e.ticket_id""";

    private static final String EVENTS = """
            update ticketing.ticket_event e set payload = jsonb_set(e.payload::jsonb, '{cc}', coalesce((
                select jsonb_agg(c) from jsonb_array_elements(e.payload::jsonb -> 'cc') as c
                where c ->> 'value' <> all(?)), '[]'::jsonb))::json
            where e.ticket_id = any(?) and e.type = 'REPLIED' and json_typeof(e.payload -> 'cc') = 'array'""";

    private static final String REASONS = """
            update ticketing.ticket_event e set payload = (e.payload::jsonb - 'reason')::json
            where e.ticket_id = any(?) and e.type = 'DELIVERY_CHANGED' and exists (
                select 1 from unnest(?) as a where position(a in lower(e.payload ->> 'reason')) > 0)""";

    private final Participants participants;
    private final Sql sql;

    ParticipantErasure(Participants participants, DataSource database) {
        this.participants = participants;
        this.sql = new Sql(database);
    }

    /** In the caller's transaction; {@code handles} are those the contacts came from. */
    void erase(Collection<String> handles, Collection<UUID> contacts) {
        var addresses = handles.stream()
                .filter(handle -> handle.startsWith(MAIL))
                .map(handle -> handle.substring(MAIL.length()))
                .toArray(String[]::new);
        if (addresses.length > 0) {
            // The log of a reply stays where it was sent from, also when the reply moves to another ticket.
            var tickets = new HashSet<>(participants.ticketsOf(addresses));
            tickets.addAll(sql.list(ENTRIES, Sql.ID, addresses, addresses, addresses));
            sql.update(EVENTS, addresses, tickets);
            sql.update(REASONS, tickets, addresses);
        }
        participants.forget(addresses, contacts);
    }
}
