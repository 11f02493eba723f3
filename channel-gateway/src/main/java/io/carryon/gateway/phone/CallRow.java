package io.carryon.gateway.phone;

import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads a call from its row. */
final class CallRow {

    private final JsonColumns json;

    CallRow(JsonColumns json) {
        this.json = json;
    }

    Call read(ResultSet row) throws SQLException {
        return new Call(
                new CallBegin(
                        row.getString("client"),
                        row.getString("call_id"),
                        row.getObject("contact_id", UUID.class),
                        row.getString("caller"),
                        row.getString("dialled"),
                        row.getString("direction"),
                        row.getString("caller_name"),
                        row.getString("language"),
                        row.getString("queue_hint"),
                        new Call.Identity(row.getBoolean("stir_passed"), json.words(row.getString("provider_ids"))),
                        Sql.instant(row, "started_at")),
                new CallRequest(
                        row.getString("trigger"),
                        Sql.instant(row, "triggered_at"),
                        List.of((String[]) row.getArray("menu_path").getArray()),
                        json.words(row.getString("collected")),
                        row.getString("said")),
                course(row),
                Sql.instant(row, "ended_at"),
                new CallPublication(Sql.instant(row, "published_at"), ticket(row), row.getString("answer")));
    }

    private Call.Course course(ResultSet row) throws SQLException {
        var agent = row.getString("answered_by");
        return new Call.Course(
                Sql.instant(row, "answered_at"),
                agent == null ? null : json.read(agent, Agent.class),
                row.getString("cause"),
                row.getString("outcome"),
                row.getString("resolved"),
                row.getBoolean("voicemail"),
                row.getInt("happenings") > 0,
                row.getInt("entries"),
                Sql.instant(row, "wanted_at"),
                row.getObject("erased_at") != null);
    }

    private static Call.Ticket ticket(ResultSet row) throws SQLException {
        var id = row.getObject("ticket_id", UUID.class);
        return id == null
                ? null
                : new Call.Ticket(
                        id,
                        row.getString("ticket_number"),
                        row.getString("ticket_queue"),
                        row.getString("ticket_priority"),
                        row.getBoolean("ticket_opened"));
    }
}
