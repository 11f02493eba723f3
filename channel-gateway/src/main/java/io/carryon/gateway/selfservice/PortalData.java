package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is held on portal requests. An erased one is found by no reference and takes no message. */
@ApplicationScoped
class PortalData implements ContactData {

    private final Sql sql;
    private final JsonColumns json;

    PortalData(Sql sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        var held = new ArrayList<>(sql.query(
                "select * from portal_request where contact_id = any(?) and erased_at is null order by received_at",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "portal-request",
                                Sql.instant(row, "received_at"),
                                null)
                        .with("reference", row.getString("reference"))
                        .with("requester", json.read(row.getString("requester"), Object.class))
                        .with("subject", row.getString("subject"))
                        .with("language", row.getString("language"))
                        .with("topic", row.getString("topic"))
                        .with("fields", json.read(row.getString("fields"), Object.class))
                        .with(
                                "selfService",
                                row.getString("self_service") == null
                                        ? null
                                        : json.read(row.getString("self_service"), Object.class)),
                (Object) contacts));
        held.addAll(sql.query(
                """
                select said.* from portal_message said join portal_request using (contact_id)
                where contact_id = any(?) and erased_at is null order by said_at, message_id
                """,
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "portal-message",
                                Sql.instant(row, "said_at"),
                                row.getString("payload_hash"))
                        .with("from", row.getString("side"))
                        .with("author", row.getString("author"))
                        .with("text", row.getString("text")),
                (Object) contacts));
        held.addAll(sql.query(
                "select * from portal_file where contact_id = any(?) order by uploaded_at, file_id",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "portal-file",
                                Sql.instant(row, "uploaded_at"),
                                row.getString("sha256"))
                        .with("name", row.getString("name"))
                        .with("mediaType", row.getString("media_type")),
                (Object) contacts));
        return held;
    }

    /** Requests are held first, as whoever adds to one does. */
    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.query(
                "select 1 from portal_request where contact_id = any(?) order by contact_id for update",
                row -> 1,
                (Object) contacts);
        var originals = sql.query(
                "select payload_hash from portal_message where contact_id = any(?) and payload_hash is not null",
                row -> row.getString(1),
                (Object) contacts);
        var entries = sql.query(
                "update portal_message set text = '', author = null, payload_hash = null where contact_id = any(?)"
                        + " returning message_id",
                row -> row.getObject(1, UUID.class),
                (Object) contacts);
        originals.addAll(sql.query(
                "delete from portal_file where contact_id = any(?) returning sha256", row -> row.getString(1), (Object)
                        contacts));
        sql.update("delete from portal_link where contact_id = any(?)", (Object) contacts);
        sql.update("""
                delete from portal_draft where lower(form ->> 'email') in (
                    select lower(requester ->> 'email') from portal_request where contact_id = any(?))
                """, (Object) contacts);
        // No repeat of the submission has this fingerprint: an unfinished one is never finished.
        sql.update("""
                update portal_request set requester = '{}', owner_name = null, next_step = null, subject = '', fields = '{}', self_service = null, language = null, topic = null,
                    payload_hash = 'erased', erased_at = coalesce(erased_at, ?)
                where contact_id = any(?)
                """, at, contacts);
        return new Traces(entries, originals);
    }

    @Override
    public boolean refersTo(String sha256) {
        return sql.first("""
                        select 1 where exists (select from portal_message where payload_hash = ?)
                            or exists (select from portal_file where sha256 = ?)
                        """, row -> true, sha256, sha256).isPresent();
    }
}
