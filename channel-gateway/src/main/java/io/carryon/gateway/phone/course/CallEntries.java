package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallEntry;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of later entries of calls' contacts; each is owed to the broker once the contact itself is there. */
@ApplicationScoped
public class CallEntries {

    private static final String OWED = """
            select e.* from call_entry e join phone_call c using (contact_id)
            where e.published_at is null and c.published_at is not null and c.erased_at is null
            """;

    private final Sql sql;
    private final IntakeLog log;
    private final JsonColumns json;

    public CallEntries(Sql sql, IntakeLog log, JsonColumns json) {
        this.sql = sql;
        this.log = log;
        this.json = json;
    }

    /** Adds the next entry in the transaction that holds the call's row; {@code key} names it within the call. */
    void add(
            Call call,
            CallEntry.Kind kind,
            String key,
            Instant at,
            String text,
            String language,
            Contact.Recording recording) {
        sql.update(
                """
                with next as (update phone_call set entries = entries + 1 where contact_id = ? returning entries)
                insert into call_entry (contact_id, entry_id, sequence, kind, at, text, language, recording)
                select ?, ?, entries, ?, ?, ?, ?, ?::jsonb from next on conflict (entry_id) do nothing
                """,
                call.contactId(),
                call.contactId(),
                ContactId.derive("call-entry", call.contactId().toString(), kind.name(), key),
                kind.name(),
                at,
                text,
                language,
                recording == null ? null : json.written(recording));
    }

    /** Takes back what was not published yet. */
    void takeBack(Call call, CallEntry.Kind kind) {
        sql.update(
                "delete from call_entry where contact_id = ? and kind = ? and published_at is null",
                call.contactId(),
                kind.name());
    }

    /** Whether the call has any. */
    boolean hasAny(UUID contactId) {
        return sql.first("select 1 from call_entry where contact_id = ? limit 1", row -> true, contactId)
                .isPresent();
    }

    /** What is owed of a call, in order. */
    List<CallEntry> owedOf(UUID contactId) {
        return sql.query(OWED + "and e.contact_id = ? order by e.sequence", this::entry, contactId);
    }

    /** At most 100 calls of which an entry has been owed for longer than this; least tried first. */
    List<UUID> owingLongerThan(Duration age) {
        return sql.query("""
                select contact_id from (%s and e.owed_since <= now() - make_interval(secs => ?)) owed
                group by contact_id order by min(attempts), min(owed_since) limit 100
                """.formatted(OWED), row -> row.getObject(1, UUID.class), age.toMillis() / 1000.0);
    }

    /** The broker has the entry, and the intake log its row. */
    void published(IntakeLog.Arrival arrival, Instant at) {
        log.noteWith(arrival, "update call_entry set published_at = ? where entry_id = ?", at, arrival.entryId());
    }

    /** It could not be published: the call's entries are tried behind those of others. */
    void failed(UUID contactId) {
        sql.update(
                "update call_entry set attempts = attempts + 1 where contact_id = ? and published_at is null",
                contactId);
    }

    /** All entries of the contacts. */
    List<CallEntry> of(UUID[] contacts) {
        return sql.query(
                "select * from call_entry where contact_id = any(?) and text <> '' order by contact_id, sequence",
                this::entry,
                (Object) contacts);
    }

    /** Whether the broker has it. */
    boolean isPublished(CallEntry entry) {
        return sql.first(
                        "select 1 from call_entry where entry_id = ? and published_at is not null",
                        row -> true,
                        entry.entryId())
                .isPresent();
    }

    /** Takes out what they say; none is owed to the broker any more. */
    void forget(UUID[] contacts, Instant at) {
        sql.update("""
                update call_entry set text = '', recording = null, language = null,
                    published_at = coalesce(published_at, ?)
                where contact_id = any(?)
                """, at, contacts);
    }

    private CallEntry entry(ResultSet row) throws SQLException {
        var recording = row.getString("recording");
        return new CallEntry(
                row.getObject("contact_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getInt("sequence"),
                CallEntry.Kind.valueOf(row.getString("kind")),
                Sql.instant(row, "at"),
                row.getString("text"),
                row.getString("language"),
                recording == null ? null : json.read(recording, Contact.Recording.class));
    }
}
