package io.carryon.gateway.callback;

import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Callbacks that customers ask for in writing: on a request, in a chat. */
@ApplicationScoped
public class ContactCallbacks {

    private static final Pattern DIALABLE = Pattern.compile("\\+?[0-9]{5,20}");

    private final CallbackBook book;
    private final CallbackSlots slots;
    private final CallbackNews news;

    ContactCallbacks(CallbackBook book, CallbackSlots slots, CallbackNews news) {
        this.book = book;
        this.slots = slots;
        this.news = news;
    }

    /** The next slots that have room, at most so many. */
    public List<CallbackSlot> slots(int atMost) {
        return slots.free(atMost);
    }

    /** What is booked for the contact or its ticket, which may be null. */
    public Optional<Callback> booked(UUID contactId, UUID ticketId) {
        return book.live(contactId, ticketId).filter(live -> live.state() == Callback.State.REQUESTED);
    }

    /**
     * Books the first slot within the times, either of which may be null; the live callback of the contact or its ticket
     * is moved. Durable when it returns: 409 when no slot has room, 400 when the number cannot be dialled.
     *
     * @param ticketId what the contact is about, or null as long as that is not known
     */
    public CallbackBook.Booked book(UUID contactId, UUID ticketId, String number, Instant notBefore, Instant notAfter) {
        var wish = new CallbackWish(contactId, ticketId, dialable(number), notBefore, notAfter);
        var booked = QuarkusTransaction.requiringNew().call(() -> {
            var made = book.book(wish);
            made.replaced().forEach(other -> news.owe(other, "cancelled"));
            if (made.changed()) {
                news.owe(made.callback(), made.first() ? "requested" : "moved");
            }
            return made;
        });
        news.publish(contactId);
        return booked;
    }

    /** Ends what is booked; false when nothing was. */
    public boolean cancel(UUID contactId, UUID ticketId) {
        var cancelled = QuarkusTransaction.requiringNew().call(() -> {
            var ended = book.cancel(contactId, ticketId);
            ended.ifPresent(callback -> news.owe(callback, "cancelled"));
            return ended;
        });
        cancelled.ifPresent(callback -> news.publish(callback.contactId()));
        return cancelled.isPresent();
    }

    /** Plus and digits of what a person wrote. */
    private static String dialable(String written) {
        var number = written == null ? "" : written.replaceAll("[\\s()./\u00a0-]", "");
        if (!DIALABLE.matcher(number).matches()) {
            throw ProblemException.invalid(List.of(new Problem.FieldError(
                    "/number", "must be a phone number that can be dialled, such as +49 30 5550100")));
        }
        return number;
    }
}
