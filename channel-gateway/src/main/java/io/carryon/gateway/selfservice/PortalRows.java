package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.SelfService;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads rows of requests and of what customers said on them. */
@ApplicationScoped
class PortalRows {

    private final JsonColumns json;

    PortalRows(JsonColumns json) {
        this.json = json;
    }

    PortalRequest request(ResultSet row) throws SQLException {
        return new PortalRequest(
                row.getObject("contact_id", UUID.class),
                new Reference(row.getString("reference")),
                row.getString("client"),
                row.getString("payload_hash"),
                json.read(row.getString("requester"), Requester.class),
                row.getString("subject"),
                row.getString("language"),
                row.getString("topic"),
                json.words(row.getString("fields")),
                row.getString("self_service") == null
                        ? null
                        : json.read(row.getString("self_service"), SelfService.class),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "accepted_at"),
                row.getObject("ticket_id", UUID.class),
                row.getString("ticket_number"),
                row.getString("ticket_status"),
                outlook(row),
                row.getString("owner_name"),
                Sql.instant(row, "closed_at"),
                Sql.instant(row, "rated_at"),
                Sql.instant(row, "changed_at"));
    }

    private static RequestOutlook outlook(ResultSet row) throws SQLException {
        var by = Sql.instant(row, "next_update_by");
        return by == null
                ? null
                : new RequestOutlook(
                        row.getString("next_step"), row.getString("next_step_code"), by, row.getBoolean("promised"));
    }

    static PortalMessage message(ResultSet row) throws SQLException {
        return new PortalMessage(
                row.getObject("message_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getInt("sequence"),
                row.getString("text"),
                row.getString("payload_hash"),
                Sql.instant(row, "said_at"),
                Sql.instant(row, "accepted_at"));
    }
}
