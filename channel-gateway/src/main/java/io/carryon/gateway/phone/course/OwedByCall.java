package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.phone.CallContacts;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Publishes what a call owes, in order: its contact, then later entries and what became of it. At once after the commit,
 * else by a job. What is published twice has the same ids; who reads it passes over what is older than it knows.
 */
@ApplicationScoped
public class OwedByCall {

    private static final Logger LOG = Logger.getLogger(OwedByCall.class);
    /** Longer than the attempt made at once. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    /** Who waits longer for a turn leaves the work to the job. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);
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
        var turn = turns[Math.floorMod(contactId.hashCode(), turns.length)];
        try {
            if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return publishAll(contactId);
        } finally {
            turn.unlock();
        }
    }

    private boolean publishAll(UUID contactId) {
        var call = calls.ofContact(contactId).orElseThrow();
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
        try {
            publishOlderThan(GRACE);
        } catch (StorageException e) {
            if (!e.isPassing()) {
                throw e;
            }
            LOG.warnf("What became of calls is still to be published: %s", e.getMessage());
        }
    }

    /**
     * Publishes what has been owed for longer than this, batch by batch while each settles something; stops at the first call the broker does not take, as the others
     * would wait as long. Returns how many calls owe nothing any more.
     */
    public int publishOlderThan(Duration age) {
        var settled = 0;
        while (true) {
            var batch = publishBatch(age);
            settled += batch.settled();
            if (!batch.isGoingOn()) {
                return settled;
            }
        }
    }

    private record Batch(int calls, int settled, boolean brokerIsThere) {

        /** There may be more, and what is there is getting less. */
        boolean isGoingOn() {
            return brokerIsThere && calls >= CallChanges.BATCH && settled > 0;
        }
    }

    private Batch publishBatch(Duration age) {
        var owing = new LinkedHashSet<>(entries.owingLongerThan(age));
        owing.addAll(changes.owingLongerThan(age));
        var settled = 0;
        for (var contactId : owing) {
            try {
                if (!publish(contactId)) {
                    failed(contactId);
                    return new Batch(owing.size(), settled, false);
                }
                settled++;
            } catch (StorageException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.errorf(e, "What call %s owes could not be published", contactId);
                failed(contactId);
            }
        }
        return new Batch(owing.size(), settled, true);
    }

    private void failed(UUID contactId) {
        entries.failed(contactId);
        changes.failed(contactId);
    }
}
