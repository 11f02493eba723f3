package io.carryon.gateway.reply;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is held on replies to contacts. One that has not left yet never does. */
@ApplicationScoped
class ReplyData implements ContactData {

    private static final String WHY = "The customer was erased";

    private final Sql sql;
    private final JsonColumns json;

    ReplyData(Sql sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<HeldData> held(UUID[] contacts) {
        return sql.query(
                "select * from reply_delivery where contact_id = any(?) order by seq",
                row -> HeldData.of(
                                row.getObject("contact_id", UUID.class),
                                "reply",
                                Sql.instant(row, "waiting_since"),
                                null)
                        .with("replyId", row.getObject("reply_id", UUID.class))
                        .with("channel", row.getString("channel"))
                        .with("state", row.getString("state"))
                        .with("reason", row.getString("reason"))
                        .with("toBeSent", payload(row.getString("payload"))),
                (Object) contacts);
    }

    /** Kept until it is sent. */
    private Object payload(String kept) {
        return kept == null ? null : json.read(kept, Object.class);
    }

    /** A server's words of refusal name the address, so they go as well. */
    @Override
    public Traces erase(UUID[] contacts, Instant at) {
        sql.update("""
                update reply_delivery set payload = null, leased_until = null, contact_id = null,
                    reason = case when state in ('WAITING', 'CLAIMED') then ? end,
                    state = case state
                        when 'WAITING' then 'FAILED'
                        when 'CLAIMED' then case when handed_over_at is null then 'FAILED' else 'UNKNOWN' end
                        else state end,
                    decided_at = coalesce(decided_at, ?)
                where contact_id = any(?)
                """, WHY, at, contacts);
        return Traces.NONE;
    }
}
