package io.carryon.ticketing.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.TicketTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** The values of tickets' fields, those of other queues than the present one too, in the caller's transaction. */
@ApplicationScoped
class FieldValues implements TicketTexts {

    private static final String OF = "select kept from ticketing.ticket_field where ticket_id = ?";

    private static final String STORE = """
            insert into ticketing.ticket_field (ticket_id, kept) values (?, ?::jsonb)
            on conflict (ticket_id) do update set kept = excluded.kept""";

    private static final String ERASE = "delete from ticketing.ticket_field where ticket_id = any(?)";

    private final Sql sql;
    private final ObjectMapper json;

    FieldValues(DataSource database, ObjectMapper json) {
        this.sql = new Sql(database);
        this.json = json;
    }

    ObjectNode of(UUID ticketId) {
        return sql.first(OF, row -> (ObjectNode) read(row.getString(1)), ticketId)
                .orElseGet(json::createObjectNode);
    }

    void store(UUID ticketId, ObjectNode values) {
        sql.update(STORE, ticketId, values.toString());
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored values cannot be read", e);
        }
    }
}
