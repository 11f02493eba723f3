package io.carryon.ticketing.understanding;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Notes which contacts came back to an issue and ask for something, to be looked at soon after: contacts are taken in
 * batches, and nobody's ticket waits for texts to be compared. One statement for a batch, none without such a contact.
 */
@ApplicationScoped
class RepeatCandidates implements LogProjection {

    private static final String TAKE = """
            delete from ticketing.repeat_candidate where (ticket_id, contact_id) = (
                select ticket_id, contact_id from ticketing.repeat_candidate where at <= ?
                order by at limit 1 for update skip locked)
            returning ticket_id, contact_id, at""";

    private static final String PUT_OFF = """
            update ticketing.repeat_candidate set at = ?, tries = tries + 1
            where ticket_id = ? and contact_id = ? returning tries""";

    private static final String GIVE_UP =
            "delete from ticketing.repeat_candidate where ticket_id = ? and contact_id = ?";

    private static final ManyRows<Candidate> ROWS = new ManyRows<>(
                    "ticketing.repeat_candidate",
                    column("ticket_id", "uuid", Candidate::ticketId),
                    column("contact_id", "uuid", Candidate::contactId),
                    column("at", "timestamptz", Candidate::at))
            .unlessThere();

    /** A contact that may say the same as the first one of its ticket's issue. */
    record Candidate(UUID ticketId, UUID contactId, Instant at) {}

    private final DataSource database;

    RepeatCandidates(DataSource database) {
        this.database = database;
    }

    @Override
    public void follow(List<Happening> happenings) {
        ROWS.insert(
                database,
                happenings.stream()
                        .filter(happening -> comesBack(happening.event()))
                        .map(happening -> new Candidate(
                                happening.ticketId(),
                                ((TicketEvent.ContactTied) happening.event()).contactId(),
                                happening.at()))
                        .toList());
    }

    /** Takes the oldest whose time has come; nobody else has it then. */
    Optional<Candidate> take(Instant now) {
        return new Sql(database)
                .first(
                        TAKE,
                        row -> new Candidate(
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), Sql.instant(row, "at")),
                        now);
    }

    /** It is looked at again later; answers how often that has failed, 0 when it is gone. */
    int putOff(Candidate candidate, Instant until) {
        return new Sql(database)
                .first(PUT_OFF, row -> row.getInt(1), until, candidate.ticketId(), candidate.contactId())
                .orElse(0);
    }

    /** It is not looked at any more. */
    void giveUp(Candidate candidate) {
        new Sql(database).update(GIVE_UP, candidate.ticketId(), candidate.contactId());
    }

    private static boolean comesBack(TicketEvent event) {
        return switch (event) {
            // A contact is judged by its first entry, which has its id: what follows in a chat changes nothing.
            case TicketEvent.ContactAdded added ->
                added.asks() && added.contactId().equals(added.entryId());
            case TicketEvent.Opened opened -> opened.previousTicketId() != null;
            default -> false;
        };
    }
}
