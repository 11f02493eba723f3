package io.carryon.ticketing.participants;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.TicketTexts;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Who takes part in tickets beside their customers, in the caller's transaction. */
@ApplicationScoped
public class Participants implements TicketTexts {

    /** How many there may be. */
    @ConfigMapping(prefix = "carryon.participants")
    public interface Limits {

        /** Participants of one ticket; whom mails name beyond is not kept. */
        @WithDefault("20")
        int most();
    }

    // Who wrote on the ticket without being a participant is its customer. New ones take the places that are left,
    // trusted
    // ones those of the others, too; whom staff name has one. Whom staff name is no longer who a contact named.
    private static final String NAME = """
            with v as (
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::uuid[], ?::timestamptz[])
                    with ordinality as v (ticket_id, address, name, trusted, contact_id, since, place))
            insert into ticketing.participant as p (ticket_id, address, name, trusted, contact_id, since)
            select ticket_id, address, name, trusted, contact_id, since from (
                select n.*, row_number() over (partition by n.ticket_id, n.trusted order by n.known desc, n.place)
                        + (select count(*) from ticketing.participant p
                            where p.ticket_id = n.ticket_id and not p.removed and (p.trusted or not n.trusted)
                                and not exists (select 1 from v where v.ticket_id = p.ticket_id
                                    and v.address = p.address and v.trusted = n.trusted)) as nth
                from (select v.*, exists (select 1 from ticketing.participant p
                        where p.ticket_id = v.ticket_id and p.address = v.address) as known from v) as n
                where n.known or not exists (select 1 from ticketing.entry e where e.ticket_id = n.ticket_id
                    and e.kind = 'CONTACT' and e.author = 'mailto:' || n.address)) as ranked
            where known or nth <= ? or trusted and contact_id is null
            on conflict (ticket_id, address) do update set trusted = excluded.trusted or p.trusted and not p.removed,
                removed = false, name = coalesce(p.name, excluded.name),
                contact_id = case when excluded.contact_id is not null then p.contact_id end""";

    private static final String DISPLACE = """
            delete from ticketing.participant p using (
                select ticket_id, address,
                    row_number() over (partition by ticket_id order by trusted desc, since, address) as nth
                from ticketing.participant where ticket_id = any(?) and not removed) as r
            where p.ticket_id = r.ticket_id and p.address = r.address and not p.trusted and r.nth > ?""";

    private static final String OF = """
            select address, max(name) as name, bool_or(trusted) as trusted, min(since) as since
            from ticketing.participant where ticket_id = any(?) and not removed group by address order by since, address""";

    private static final String EVER = "select distinct address from ticketing.participant where ticket_id = any(?)";

    private static final String IN_ISSUES = """
            select a.contact_id from unnest(?, ?, ?::text[]) as a (contact_id, issue_id, address)
            where exists (select 1 from ticketing.ticket t join ticketing.participant p on p.ticket_id = t.id
                where t.issue_id = a.issue_id and p.address = a.address and p.trusted and not p.removed)""";

    private static final String ON_TICKETS = """
            select a.contact_id from unnest(?, ?, ?::text[]) as a (contact_id, ticket_id, address)
            where exists (select 1 from ticketing.participant p join ticketing.ticket t on t.id = p.ticket_id
                where p.address = a.address and p.trusted and not p.removed
                    and (t.id = a.ticket_id or t.merged_into_ticket_id = a.ticket_id))""";

    private static final String REMOVE = """
            update ticketing.participant set removed = true, trusted = false
            where ticket_id = any(?) and address = ? and not removed""";

    private static final String ERASE = "delete from ticketing.participant where ticket_id = any(?)";

    private static final String OF_PEOPLE =
            "select distinct ticket_id from ticketing.participant where address = any(?)";

    private static final String FORGET =
            "delete from ticketing.participant where address = any(?) or contact_id = any(?)";

    /** A contact from an address, about an issue or for a ticket ({@code place}). */
    public record Sender(UUID contactId, UUID place, String address) {}

    private final Limits limits;
    private final Sql sql;

    public Participants(Limits limits, DataSource database) {
        this.limits = limits;
        this.sql = new Sql(database);
    }

    /**
     * Keeps those who are not known yet, as far as there is room; an address may be named once a ticket. Trusted ones
     * displace others, and whom staff name is always kept.
     */
    public void name(List<Named> people) {
        if (!people.isEmpty()) {
            sql.update(
                    NAME,
                    texts(people, named -> named.ticketId().toString()),
                    texts(people, Named::address),
                    texts(people, Named::name),
                    texts(people, named -> Boolean.toString(named.trusted())),
                    texts(
                            people,
                            named -> named.contactId() == null
                                    ? null
                                    : named.contactId().toString()),
                    texts(people, named -> named.since().toString()),
                    limits.most());
            sql.update(DISPLACE, people.stream().map(Named::ticketId).distinct().toList(), limits.most());
        }
    }

    /** Those of tickets that are shown as one, the first named first. */
    public List<Participant> of(Collection<UUID> ticketIds) {
        return sql.list(
                OF,
                row -> new Participant(
                        row.getString("address"),
                        row.getString("name"),
                        row.getBoolean("trusted"),
                        Sql.instant(row, "since")),
                ticketIds);
    }

    /** The addresses of those who take part in tickets that are shown as one, or did. */
    public List<String> addressesEver(Collection<UUID> ticketIds) {
        return sql.list(EVER, row -> row.getString(1), ticketIds);
    }

    /** The contacts whose senders take part in a ticket of the issue that each is about. */
    public Set<UUID> inIssues(List<Sender> senders) {
        return found(IN_ISSUES, senders);
    }

    /** The contacts whose senders take part in the ticket that each is for, or in one that was merged into it. */
    public Set<UUID> onTickets(List<Sender> senders) {
        return found(ON_TICKETS, senders);
    }

    private Set<UUID> found(String query, List<Sender> senders) {
        return senders.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.list(
                        query,
                        Sql.ID,
                        senders.stream().map(Sender::contactId).toList(),
                        senders.stream().map(Sender::place).toList(),
                        texts(senders, Sender::address)));
    }

    /** Answers whether there was such a participant. */
    public boolean remove(Collection<UUID> ticketIds, String address) {
        return sql.update(REMOVE, ticketIds, address) > 0;
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    /** The tickets that people behind the addresses take part in, or did. */
    public List<UUID> ticketsOf(String[] addresses) {
        return sql.list(OF_PEOPLE, Sql.ID, (Object) addresses);
    }

    /** The people behind the addresses were erased, and with them whom their contacts named and staff did not. */
    public void forget(String[] addresses, Collection<UUID> contactIds) {
        sql.update(FORGET, addresses, contactIds);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
