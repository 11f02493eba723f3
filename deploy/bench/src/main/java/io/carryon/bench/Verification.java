package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks up, for every accepted contact, whether it was recognized and stands in exactly one ticket, once. */
final class Verification {

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final int LOOKERS = 8;

    /** How many contacts were found where; all three are equal when nothing was lost or doubled. */
    record Sums(int accepted, int recognized, int inTicketsOnce, List<String> wrong) {

        boolean complete() {
            return accepted == recognized && accepted == inTicketsOnce;
        }
    }

    private record Found(Accepted contact, boolean recognized, int entries) {}

    private final CarryonApi api;

    Verification(CarryonApi api) {
        this.api = api;
    }

    /** Looks again at what is not right yet until all is found or three minutes have passed. */
    Sums of(Collection<Accepted> contacts) throws InterruptedException, ExecutionException {
        var deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        var open = wrongOf(contacts);
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            Backoff.afterRefusal();
            open = wrongOf(open.stream().map(Found::contact).toList());
        }
        var unrecognized =
                (int) open.stream().filter(found -> !found.recognized()).count();
        var notOnce = (int) open.stream().filter(found -> found.entries() != 1).count();
        return new Sums(
                contacts.size(),
                contacts.size() - unrecognized,
                contacts.size() - notOnce,
                open.stream().map(Found::toString).toList());
    }

    private List<Found> wrongOf(Collection<Accepted> contacts) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(LOOKERS)) {
            var wrong = new ArrayList<Found>();
            for (Future<Found> future :
                    threads.invokeAll(contacts.stream().map(this::lookup).toList())) {
                var found = future.get();
                if (!found.recognized() || found.entries() != 1) {
                    wrong.add(found);
                }
            }
            return wrong;
        }
    }

    private Callable<Found> lookup(Accepted contact) {
        return () -> {
            try {
                return find(contact);
            } catch (IOException e) {
                return new Found(contact, false, 0);
            }
        };
    }

    private Found find(Accepted contact) throws IOException, InterruptedException {
        var tickets = contact.contactId() == null
                ? api.ticketsAbout(contact.subject())
                : api.ticketsOfContact(contact.contactId());
        var entries = 0;
        var recognized = contact.contactId() != null && api.recognized(contact.contactId());
        for (JsonNode ticket : tickets) {
            for (var contactId : api.customerEntries(ticket.path("id").asText())) {
                if (contact.contactId() == null || contactId.equals(contact.contactId())) {
                    entries++;
                    recognized = recognized || api.recognized(contactId);
                }
            }
        }
        return new Found(contact, recognized, entries);
    }
}
