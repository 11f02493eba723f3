package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.ticket.CallEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/** A customer who is to be called back. It belongs to the ticket that its contact is on. */
@Entity
class Callback {

    /** The one that a ticket keeps comes first. */
    static final Comparator<Callback> LEAST_LAST = Comparator.<Callback, Boolean>comparing(
                    callback -> callback.state != CallbackState.requested)
            .thenComparing(callback -> callback.changedAt, Comparator.reverseOrder())
            .thenComparing(callback -> callback.id);

    @Id
    private UUID id;

    private UUID contactId;

    /** The revision of the contact's call at which the phone spoke of it last. */
    private int told;

    /** When the phone spoke of it last, in whichever call. */
    @Column
    private Instant toldAt;

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

    /**
     * Takes a later word of the phone; false when it is older than what is known. Within one call its revision tells,
     * between calls the time. What is settled is live again by nothing but a word that came after.
     */
    boolean follow(CallbackWish wish, CallbackState next) {
        if (!isNews(wish)) {
            return false;
        }
        take(wish, next);
        return true;
    }

    private boolean isNews(CallbackWish wish) {
        var later = wish.contactId().equals(contactId)
                ? wish.revision() > told
                : wish.at().isAfter(toldAt);
        return later && (isLive() || wish.at().isAfter(changedAt));
    }

    private void take(CallbackWish wish, CallbackState next) {
        contactId = wish.contactId();
        told = wish.revision();
        toldAt = wish.at();
        state = next;
        number = wish.number() == null ? number : wish.number();
        notBefore = wish.notBefore();
        notAfter = wish.notAfter();
        note = null;
        settledBy = null;
        changed(wish.at());
    }

    /** It is not live any more since a time; {@code by} is who of staff said so, or null. */
    void settle(CallbackState end, String why, String by, Instant at) {
        state = end;
        note = why;
        settledBy = by;
        changed(at);
    }

    private void changed(Instant at) {
        version++;
        changedAt = at;
    }

    /** Whether just that was said of it by the same one already. */
    boolean isSettled(CallbackState end, String why, String by) {
        return state == end && Objects.equals(note, why) && Objects.equals(settledBy, by);
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
    CallEvent.CallbackChanged event() {
        return new CallEvent.CallbackChanged(contactId, id, state.name(), notBefore, notAfter, note, changedAt);
    }
}
