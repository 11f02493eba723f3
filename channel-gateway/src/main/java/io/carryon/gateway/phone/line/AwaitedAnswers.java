package io.carryon.gateway.phone.line;

import io.carryon.gateway.ticket.TicketChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What the line says about contacts somebody waits for. An answer that comes too late is kept for the next question,
 * until newer calls push it out.
 */
@ApplicationScoped
public class AwaitedAnswers {

    private static final int LIMIT = 5_000;

    private final Map<UUID, Awaited> byContact = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Awaited> eldest) {
            return size() > LIMIT;
        }
    };

    /** The two answers about one contact. */
    public record Awaited(CompletableFuture<RecognizedContact> recognized, CompletableFuture<TicketChanged> ticket) {

        private Awaited() {
            this(new CompletableFuture<>(), new CompletableFuture<>());
        }

        private void arrived(TicketChanged changed) {
            if (changed.movedIn()) {
                // Whoever asks again is told where the call is now.
                ticket.obtrudeValue(changed);
            } else {
                ticket.complete(changed);
            }
        }

        /** Done when both are there; never fails. */
        public CompletableFuture<Void> both() {
            return CompletableFuture.allOf(recognized, ticket);
        }
    }

    /** Begins to wait, or goes on waiting; call it before the contact is published. */
    public Awaited expect(UUID contactId) {
        synchronized (byContact) {
            return byContact.computeIfAbsent(contactId, id -> new Awaited());
        }
    }

    /** What the line has said of the contact so far. */
    Optional<RecognizedContact> recognized(UUID contactId) {
        return waitingFor(contactId).map(awaited -> awaited.recognized().getNow(null));
    }

    void arrived(RecognizedContact recognized) {
        waitingFor(recognized.contact().contactId())
                .ifPresent(awaited -> awaited.recognized().complete(recognized));
    }

    void arrived(TicketChanged ticket) {
        if (ticket.tiedContact() != null) {
            waitingFor(ticket.tiedContact()).ifPresent(awaited -> awaited.arrived(ticket));
        }
    }

    /** True while no caller has been announced: what goes by concerns nobody here. */
    boolean nobodyWaits() {
        return size() == 0;
    }

    int size() {
        synchronized (byContact) {
            return byContact.size();
        }
    }

    private Optional<Awaited> waitingFor(UUID contactId) {
        synchronized (byContact) {
            return Optional.ofNullable(byContact.get(contactId));
        }
    }
}
