package io.carryon.gateway.contact;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes a customer out of what every channel writes: the intake log, the quarantine, the names of files. */
@ApplicationScoped
public class IntakeErasure {

    private static final String ERASED = "erased";

    private final Sql sql;

    public IntakeErasure(Sql sql) {
        this.sql = sql;
    }

    /**
     * Returns the hashes of the contents that the contacts had. Ids and outcomes stay: a redelivery is still known, and
     * the counts are what they were. A phone line's connection may be the customer's number.
     */
    public Set<String> erase(UUID[] contacts, UUID[] entries, Instant at) {
        var contents = new HashSet<>(sql.query("""
                select original_sha256 from intake_log where entry_id = any(?) and original_sha256 is not null
                union select original_sha256 from quarantine where delivery_key = any(?::uuid[]::text[])
                    and original_sha256 <> ?
                """, row -> row.getString(1), entries, entries, ERASED));
        contents.addAll(sql.query(
                "delete from contact_file where contact_id = any(?) returning sha256", row -> row.getString(1), (Object)
                        contacts));
        sql.update("""
                update intake_log set provider_id = null, reason = null, original_sha256 = null,
                    connection = case when channel = 'phone' then ? else connection end
                where entry_id = any(?)
                """, ERASED, entries);
        eraseHeld(contents.toArray(String[]::new), at);
        return contents;
    }

    /** What was in quarantine before it could be read, or is there still. */
    private void eraseHeld(String[] contents, Instant at) {
        var keys = sql.query("""
                update quarantine set reason = ?, original_sha256 = ?, decision = null,
                    state = case when state = 'HELD' then 'DISCARDED' else state end,
                    decided_at = coalesce(decided_at, ?), decided_by = coalesce(decided_by, ?)
                where original_sha256 = any(?) returning delivery_key
                """, row -> row.getString(1), ERASED, ERASED, at, ERASED, contents);
        sql.update(
                "update intake_log set provider_id = null, reason = null, original_sha256 = null where delivery_key = any(?)",
                (Object) keys.toArray(String[]::new));
    }

    /** Whether any row still refers to this content. */
    boolean refersTo(String sha256) {
        return List.of(
                        "intake_log where original_sha256",
                        "quarantine where original_sha256",
                        "contact_file where sha256",
                        "uploaded_file where sha256")
                .stream()
                .anyMatch(place -> sql.first("select 1 from " + place + " = ? limit 1", row -> true, sha256)
                        .isPresent());
    }
}
