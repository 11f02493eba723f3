package io.carryon.gateway.act;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The rows of what customers did. */
@ApplicationScoped
class ActStore {

    private final Sql sql;
    private final Clock clock;

    ActStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Adds the act, and answers it as it stands in its row: of an act that is known the first one stays. */
    CustomerAct add(CustomerAct act) {
        var now = clock.instant();
        var rating = act.rating();
        // Later than the one before by any clock: readers take the latest.
        sql.update(
                """
                insert into customer_act (act_id, contact_id, channel, act, at, reason, score, comment, owed_since)
                values (?, ?, ?, ?,
                    greatest(?, (select max(at) + interval '1 millisecond' from customer_act where contact_id = ?)),
                    ?, ?, ?, ?)
                on conflict (act_id) do nothing
                """,
                act.actId(),
                act.contactId(),
                act.channel().wireName(),
                act.act().wireName(),
                now,
                act.contactId(),
                act.reason(),
                rating == null ? null : rating.score(),
                rating == null ? null : rating.comment(),
                now);
        return sql.first("select * from customer_act where act_id = ?", ActStore::act, act.actId())
                .orElseThrow();
    }

    /** What is owed of a contact, in order. */
    List<CustomerAct> owedOf(UUID contactId) {
        return sql.query(
                "select * from customer_act where contact_id = ? and published_at is null order by seq",
                ActStore::act,
                contactId);
    }

    /** At most 100 contacts of which something has been owed for longer than this; least tried first. */
    List<UUID> owingLongerThan(Duration age) {
        return sql.query(
                """
                select contact_id from customer_act where published_at is null and owed_since <= ?
                group by contact_id order by min(attempts), min(owed_since) limit 100
                """, row -> row.getObject(1, UUID.class), clock.instant().minus(age));
    }

    /** The broker has it. */
    void published(CustomerAct act) {
        sql.update("update customer_act set published_at = ? where act_id = ?", clock.instant(), act.actId());
    }

    /** It could not be published: the contact's acts are tried behind those of others. */
    void failed(UUID contactId) {
        sql.update(
                "update customer_act set attempts = attempts + 1 where contact_id = ? and published_at is null",
                contactId);
    }

    static CustomerAct act(ResultSet row) throws SQLException {
        var score = row.getObject("score", Integer.class);
        return new CustomerAct(
                row.getObject("act_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                Channel.ofWireName(row.getString("channel")),
                CustomerAct.Kind.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                Sql.instant(row, "at"),
                row.getString("reason"),
                score == null ? null : new CustomerAct.Rating(score, row.getString("comment")));
    }
}
