package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is held on contacts by messenger. An erased one takes no reply, and its customer's next message opens another. */
@ApplicationScoped
class MessengerData implements ContactData {

    private final Sql sql;

    MessengerData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        var held = new ArrayList<>(sql.query(
                "select * from messenger_conversation where contact_id = any(?) and erased_at is null order by opened_at",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "messenger-conversation",
                                Sql.instant(row, "opened_at"),
                                null)
                        .with("channel", row.getString("channel"))
                        .with("address", row.getString("address"))
                        .with("name", row.getString("name")),
                (Object) contacts));
        held.addAll(sql.query(
                """
                select said.contact_id, said.said_at, provider_id, original_sha256 from messenger_message said
                join messenger_conversation conversation using (contact_id)
                left join intake_log log on log.entry_id = said.entry_id
                where said.contact_id = any(?) and erased_at is null order by said_at
                """,
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "messenger-message",
                                Sql.instant(row, "said_at"),
                                row.getString("original_sha256"))
                        .with("messageId", row.getString("provider_id")),
                (Object) contacts));
        held.addAll(sql.query(
                """
                select contact_id, opened_at, sha256 from contact_file join messenger_conversation using (contact_id)
                where contact_id = any(?) and erased_at is null order by sha256
                """,
                row -> HeldData.of(
                        row.getObject("contact_id", UUID.class),
                        "messenger-file",
                        Sql.instant(row, "opened_at"),
                        row.getString("sha256")),
                (Object) contacts));
        held.addAll(sql.query(
                "select * from messenger_sent where contact_id = any(?) and provider_id is not null order by at",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class), "messenger-sent", Sql.instant(row, "at"), null)
                        .with("messageId", row.getString("provider_id"))
                        .with("state", row.getString("state"))
                        .with("reason", row.getString("reason")),
                (Object) contacts));
        return held;
    }

    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.query(
                "select 1 from messenger_conversation where contact_id = any(?) order by contact_id for update",
                row -> true,
                (Object) contacts);
        // What is worked on at this moment may have left its original in the archive.
        var originals = sql.query(
                """
                select payload from messenger_update where payload is not null and seq in (
                    select update_seq from messenger_message where contact_id = any(?))
                """,
                row -> Original.of(row.getBytes("payload"), "application/json").sha256(),
                (Object) contacts);
        sql.update("""
                update messenger_update set payload = null, leased_until = null, done_at = coalesce(done_at, ?)
                where seq in (select update_seq from messenger_message where contact_id = any(?))
                """, at, contacts);
        sql.update("update messenger_sent set provider_id = null, reason = null where contact_id = any(?)", (Object)
                contacts);
        sql.update("""
                update messenger_conversation set address = null, name = null, erased_at = coalesce(erased_at, ?)
                where contact_id = any(?)
                """, at, contacts);
        var entries = sql.query(
                "select entry_id from messenger_message where contact_id = any(?)",
                row -> row.getObject("entry_id", UUID.class),
                (Object) contacts);
        return new Traces(entries, originals);
    }
}
