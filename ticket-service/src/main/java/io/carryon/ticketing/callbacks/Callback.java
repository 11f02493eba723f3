package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A customer who is to be called back. It belongs to the ticket that its contact is on. */
@Entity
class Callback {

    @Id
    private UUID id;

    private UUID contactId;

    /** The revision of the call at which the phone spoke of it last. */
    private int told;

    private int version;

    @Enumerated(EnumType.STRING)
    private CallbackState state;

    private String number;
    private Instant notBefore;
    private Instant notAfter;
    private String note;

    @Column
    private String settledBy;

    @Column
    private Instant requestedAt;

    @Column
    private Instant changedAt;

    protected Callback() {}

    Callback(CallbackWish wish, CallbackState state) {
        this.id = wish.callbackId();
        this.contactId = wish.contactId();
        this.requestedAt = wish.at();
        take(wish, state);
    }

    /** Takes a later word of the phone; false when it is older than what is known. */
    boolean follow(CallbackWish wish, CallbackState next) {
        if (wish.revision() <= told) {
            return false;
        }
        take(wish, next);
        return true;
    }

    private void take(CallbackWish wish, CallbackState next) {
        told = wish.revision();
        state = next;
        number = wish.number() == null ? number : wish.number();
        notBefore = wish.notBefore();
        notAfter = wish.notAfter();
        changed(wish.at());
    }

    /** It is not live any more; {@code by} is who of staff said so, or null. */
    void settle(CallbackState end, String why, String by, Instant now) {
        state = end;
        note = why;
        settledBy = by;
        changed(now);
    }

    private void changed(Instant now) {
        version++;
        changedAt = now;
    }

    boolean isLive() {
        return state.isLive();
    }

    CallbackState state() {
        return state;
    }

    UUID id() {
        return id;
    }

    UUID contactId() {
        return contactId;
    }

    int version() {
        return version;
    }

    /** What the ticket's history says of it; the number stays here, where it is found to be erased. */
    TicketEvent.CallbackChanged event() {
        return new TicketEvent.CallbackChanged(contactId, id, state.name(), notBefore, notAfter, note);
    }
}
