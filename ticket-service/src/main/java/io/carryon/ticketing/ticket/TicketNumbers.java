package io.carryon.ticketing.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

/** Hands out ticket numbers, fetching a block of serials at a time to spare the intake a round trip. */
@ApplicationScoped
public class TicketNumbers {

    /** The increment of the sequence. */
    private static final int BLOCK = 100;

    private final EntityManager database;
    private long next;
    private long end;

    public TicketNumbers(EntityManager database) {
        this.database = database;
    }

    /** A number nobody has; needs a transaction. */
    public synchronized TicketNumber next() {
        if (next == end) {
            next = ((Number) database.createNativeQuery("select nextval('ticketing.ticket_number_seq')")
                            // It reads no table: what the transaction has not written yet may stay unwritten.
                            .setFlushMode(FlushModeType.COMMIT)
                            .getSingleResult())
                    .longValue();
            end = next + BLOCK;
        }
        return TicketNumber.ofSerial(next++);
    }
}
