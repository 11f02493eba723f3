package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
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

    /** Looks again at what is still missing until all is found or three minutes have passed. */
    Sums of(Collection<Accepted> contacts) throws InterruptedException, ExecutionException {
        var deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        var sums = look(contacts);
        while (!sums.complete() && System.nanoTime() < deadline) {
            Backoff.afterRefusal();
            sums = look(contacts);
        }
        return sums;
    }

    private Sums look(Collection<Accepted> contacts) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(LOOKERS)) {
            var lookups = contacts.stream().map(this::lookup).toList();
            var recognized = 0;
            var once = 0;
            var wrong = new java.util.ArrayList<String>();
            for (Future<Found> future : threads.invokeAll(lookups)) {
                var found = future.get();
                recognized += found.recognized() ? 1 : 0;
                once += found.entries() == 1 ? 1 : 0;
                if (!found.recognized() || found.entries() != 1) {
                    wrong.add("%s (%s): recognized %s, in %d entries"
                            .formatted(
                                    found.contact().subject(),
                                    found.contact().contactId(),
                                    found.recognized(),
                                    found.entries()));
                }
            }
            return new Sums(contacts.size(), recognized, once, wrong);
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
