package io.carryon.ticketing.linking;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The latest word on each contact about which there is one. */
@ApplicationScoped
class ContactLinks {

    // Two words on one contact wait for each other here, so that its moves happen one after another.
    private static final String REMEMBER = """
            insert into ticketing.contact_link
                (contact_id, act_id, issue_id, customer_id, why, actor_kind, actor, actor_name, at, correlation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (contact_id) do update set act_id = excluded.act_id, issue_id = excluded.issue_id,
                customer_id = coalesce(excluded.customer_id, contact_link.customer_id), why = excluded.why,
                actor_kind = excluded.actor_kind, actor = excluded.actor, actor_name = excluded.actor_name,
                at = excluded.at, correlation = excluded.correlation, waits = true
            where (contact_link.at, contact_link.act_id) < (excluded.at, excluded.act_id)""";

    private static final String HERE = """
            select l.contact_id from ticketing.contact_link l
            where l.waits and exists (select 1 from ticketing.entry e where e.contact_id = l.contact_id)
            order by l.at limit ?""";

    private static final String LOCK =
            "select * from ticketing.contact_link where contact_id = ? and waits for update skip locked";

    private static final String DONE = "update ticketing.contact_link set waits = false where contact_id = ?";

    private final Sql sql;

    ContactLinks(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps the word if it is the latest on its contact, and answers whether it is. */
    boolean remember(LinkAct act) {
        return sql.update(
                        REMEMBER,
                        act.contactId(),
                        act.id(),
                        act.issueId(),
                        act.customerId(),
                        act.why(),
                        act.by().kind().name(),
                        act.by().id(),
                        act.by().name(),
                        act.at(),
                        act.correlation())
                == 1;
    }

    /** Contacts that have come after their word. */
    List<UUID> whoseContactIsHere(int limit) {
        return sql.list(HERE, Sql.ID, limit);
    }

    /** The word that waits, locked; empty when it is done or somebody is at it. */
    Optional<LinkAct> lockWaiting(UUID contactId) {
        return sql.first(LOCK, ContactLinks::read, contactId);
    }

    void isDone(UUID contactId) {
        sql.update(DONE, contactId);
    }

    private static LinkAct read(ResultSet row) throws SQLException {
        return new LinkAct(
                row.getString("act_id"),
                row.getObject("contact_id", UUID.class),
                row.getObject("issue_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("why"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor"),
                        row.getString("actor_name")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("correlation"));
    }
}
