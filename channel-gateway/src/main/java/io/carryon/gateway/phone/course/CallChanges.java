package io.carryon.gateway.phone.course;

import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The rows of changes owed to the broker, written in the transaction that makes the change. */
@ApplicationScoped
public class CallChanges {

    /** How many calls are looked at in one go. */
    static final int BATCH = 100;

    private final Sql sql;
    private final JsonColumns json;

    public CallChanges(Sql sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /** Owes the change to the broker under the call's next revision; a call that was erased owes nothing any more. */
    void add(CallChanged change) {
        sql.update("""
                with next as (
                    update phone_call set revision = revision + 1 where contact_id = ? and erased_at is null
                    returning revision)
                insert into call_change (contact_id, revision, payload)
                select ?, revision, ?::jsonb || jsonb_build_object('revision', revision) from next
                """, change.contactId(), change.contactId(), json.written(change));
    }

    /** Owes the change of a contact that is no call to the broker under its next revision. */
    void addOfOther(CallChanged change) {
        sql.update("""
                with next as (
                    insert into callback_revision (contact_id, revision) values (?, 1)
                    on conflict (contact_id) do update set revision = callback_revision.revision + 1
                    returning revision)
                insert into call_change (contact_id, revision, payload)
                select ?, revision, ?::jsonb || jsonb_build_object('revision', revision) from next
                """, change.contactId(), change.contactId(), json.written(change));
    }

    /** What is owed of a call, in order. */
    List<CallChanged> owedOf(UUID contactId) {
        return sql.query(
                "select payload from call_change where contact_id = ? order by revision",
                row -> json.read(row.getString(1), CallChanged.class),
                contactId);
    }

    /** At most 100 calls of which something has been owed for longer than this; least tried first. */
    List<UUID> owingLongerThan(Duration age) {
        return sql.query("""
                select contact_id from call_change where owed_since <= now() - make_interval(secs => ?)
                group by contact_id order by min(attempts), min(owed_since) limit ?
                """, row -> row.getObject(1, UUID.class), age.toMillis() / 1000.0, BATCH);
    }

    /** The broker has it. */
    void published(CallChanged change) {
        sql.update(
                "delete from call_change where contact_id = ? and revision = ?", change.contactId(), change.revision());
    }

    /** Nothing is told of an erased call. */
    void forget(UUID contactId) {
        sql.update("delete from call_change where contact_id = ?", contactId);
    }

    /** It could not be published: the call's changes are tried behind those of others. */
    void failed(UUID contactId) {
        sql.update("update call_change set attempts = attempts + 1 where contact_id = ?", contactId);
    }
}
