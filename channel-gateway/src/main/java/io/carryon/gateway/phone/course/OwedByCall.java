package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.operations.Turns;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.storage.OwedRound;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.UUID;

/**
 * Publishes what a call owes, in order: its contact, then later entries and what became of it. At once after the commit,
 * else by a job. What is published twice has the same ids; who reads it passes over what is older than it knows.
 */
@ApplicationScoped
public class OwedByCall {

    /** Longer than the attempt made at once. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Turns turns = new Turns();
    private final CallLog calls;
    private final CallContacts contacts;
    private final CallEntries entries;
    private final CallChanges changes;
    private final CallChangedPublisher publisher;
    private final Clock clock;

    OwedByCall(
            CallLog calls,
            CallContacts contacts,
            CallEntries entries,
            CallChanges changes,
            CallChangedPublisher publisher,
            Clock clock) {
        this.calls = calls;
        this.contacts = contacts;
        this.entries = entries;
        this.changes = changes;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * True when nothing is owed of the call any more; false when the broker did not take all of it in time. In this process
     * one at a time for a call: the next finds what the one before left.
     */
    public boolean publish(UUID contactId) {
        return turns.take(contactId, () -> publishAll(contactId));
    }

    private boolean publishAll(UUID contactId) {
        var known = calls.ofContact(contactId);
        if (known.isEmpty()) {
            return publishChanges(contactId);
        }
        var call = known.get();
        if (call.course().erased()) {
            changes.forget(contactId);
            return true;
        }
        try {
            if (call.isTriggered() && call.publishedAt() == null) {
                calls.published(contacts.publish(call), clock.instant());
            }
            for (var entry : entries.owedOf(contactId)) {
                if (calls.isErased(contactId)) {
                    return true;
                }
                entries.published(contacts.publish(call, entry), clock.instant());
            }
        } catch (ContactNotAccepted e) {
            return false;
        }
        return publishChanges(contactId);
    }

    private boolean publishChanges(UUID contactId) {
        for (var change : changes.owedOf(contactId)) {
            // An erasure may have come while the one before was sent.
            if (calls.isErased(contactId)) {
                return true;
            }
            if (!publisher.publish(change)) {
                return false;
            }
            changes.published(change);
        }
        return true;
    }

    @Scheduled(every = "{carryon.phone.republish-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publishOwed() {
        OwedRound.whenStored("What became of calls is", () -> publishOlderThan(GRACE));
    }

    /**
     * Publishes what has been owed for longer than this, batch by batch while each settles something; stops at the first
     * call the broker does not take. Returns how many calls owe nothing any more.
     */
    public int publishOlderThan(Duration age) {
        var settled = 0;
        while (true) {
            var owing = new LinkedHashSet<>(entries.owingLongerThan(age));
            owing.addAll(changes.owingLongerThan(age));
            var round = OwedRound.of(owing, this::publish, this::failed);
            settled += round.settled();
            // There may be more, and what is there is getting less.
            if (!round.brokerIsThere() || round.tried() < CallChanges.BATCH || round.settled() == 0) {
                return settled;
            }
        }
    }

    private void failed(UUID contactId) {
        entries.failed(contactId);
        changes.failed(contactId);
    }
}
