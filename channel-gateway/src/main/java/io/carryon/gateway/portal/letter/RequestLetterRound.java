package io.carryon.gateway.portal.letter;

import io.carryon.gateway.portal.SignedLinks;
import io.carryon.gateway.reply.ReplyDetour;
import io.carryon.gateway.selfservice.PortalRequests;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends by mail what customers have not seen in their requests, all of a request in one. Whoever sees it before gets none. */
@ApplicationScoped
class RequestLetterRound {

    private static final Logger LOG = Logger.getLogger(RequestLetterRound.class);
    private static final int AT_ONCE = 200;

    private final RequestLetters letters;
    private final PortalRequests requests;
    private final SignedLinks links;
    private final ReplyDetour detour;
    private final RequestLetterConfig config;
    private final Clock clock;

    RequestLetterRound(
            RequestLetters letters,
            PortalRequests requests,
            SignedLinks links,
            ReplyDetour detour,
            RequestLetterConfig config,
            Clock clock) {
        this.letters = letters;
        this.requests = requests;
        this.links = links;
        this.detour = detour;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        try {
            sendDue(clock.instant());
        } catch (StorageException e) {
            LOG.warnf("What was not seen in requests waits for the database: %s", e.getMessage());
        }
    }

    void sendDue(Instant now) {
        for (var contactId : letters.due(now.minus(config.unseenFor()), now.minus(config.openFor()), AT_ONCE)) {
            QuarkusTransaction.requiringNew().run(() -> send(contactId));
        }
    }

    private void send(UUID contactId) {
        if (!letters.hold(contactId)) {
            return;
        }
        var unseen = letters.unseen(contactId);
        var request = requests.ofContact(contactId);
        if (unseen.isEmpty() || request.isEmpty()) {
            return;
        }
        var page = links.pageFor(request.get());
        if (detour.take(RequestLetter.of(request.get(), unseen, page, clock.instant()))) {
            letters.settle(contactId);
        } else {
            // It is still on its way into the request: the link for the mail is not wanted yet.
            QuarkusTransaction.setRollbackOnly();
        }
    }
}
