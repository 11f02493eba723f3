package io.carryon.ticketing.webhooks;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.outbox.LogReader;
import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What admins do with webhooks, in the caller's transaction. */
@ApplicationScoped
class WebhookWork {

    private static final String KIND = "webhook";
    private static final int MOST = 100;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final LogReader log;
    private final SettingsTrail trail;
    private final WebhookConfig config;
    private final Clock clock;

    WebhookWork(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            LogReader log,
            SettingsTrail trail,
            WebhookConfig config,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.trail = trail;
        this.config = config;
        this.clock = clock;
    }

    /** 404 when there is none. */
    Webhook seen(UUID id) {
        return webhooks.one(id).orElseThrow(() -> missing(id));
    }

    /** A new one is told of what happens from now on. */
    Webhook create(WebhookRequest request, String by) {
        var url = request.address(config.privateNetworks());
        var types = request.knownTypes();
        if (webhooks.all().size() >= MOST) {
            throw ProblemException.conflict("too-many", "There are %d webhooks, and no more may be.".formatted(MOST));
        }
        var hook = new Webhook(
                Generators.timeBasedEpochGenerator().generate(),
                url,
                request.description(),
                types,
                Secret.random(),
                null,
                null,
                request.isEnabled() ? Webhook.State.ACTIVE : Webhook.State.PAUSED,
                null,
                null,
                endOfLog(),
                by,
                clock.instant(),
                1);
        webhooks.store(hook);
        trail.changed(KIND, hook.id().toString(), null, WebhookView.of(hook));
        return hook;
    }

    /** Who is told again is told of what happens from now on; a replay tells the rest. */
    Webhook change(UUID id, String ifMatch, WebhookRequest request) {
        var hook = locked(id, ifMatch);
        var wasActive = hook.state() == Webhook.State.ACTIVE;
        var begins = request.isEnabled() && !wasActive;
        var changed = new Webhook(
                id,
                request.address(config.privateNetworks()),
                request.description(),
                request.knownTypes(),
                hook.secret(),
                hook.formerSecret(),
                hook.formerUntil(),
                request.isEnabled() ? Webhook.State.ACTIVE : Webhook.State.PAUSED,
                null,
                hook.failingSince(),
                begins ? endOfLog() : hook.place(),
                hook.createdBy(),
                hook.createdAt(),
                hook.revision() + 1);
        webhooks.store(changed);
        trail.changed(KIND, id.toString(), WebhookView.of(hook), WebhookView.of(changed));
        if (begins) {
            webhooks.beginAfresh(id);
        }
        return seen(id);
    }

    void delete(UUID id, String ifMatch) {
        var hook = locked(id, ifMatch);
        webhooks.delete(id);
        trail.changed(KIND, id.toString(), WebhookView.of(hook), null);
    }

    /** A new secret; the one before signs as well for a while, so that receivers change over without a gap. */
    Webhook rotate(UUID id) {
        var hook = webhooks.locked(id).orElseThrow(() -> missing(id));
        var rotated = new Webhook(
                id,
                hook.url(),
                hook.description(),
                hook.types(),
                Secret.random(),
                hook.secret(),
                clock.instant().plus(config.rotation()),
                hook.state(),
                hook.disabledWhy(),
                hook.failingSince(),
                hook.place(),
                hook.createdBy(),
                hook.createdAt(),
                hook.revision() + 1);
        webhooks.store(rotated);
        trail.changed(KIND, id.toString(), WebhookView.of(hook), WebhookView.of(rotated));
        return rotated;
    }

    /** Tells everything again that happened since a time; 409 for one that is told nothing. */
    void replay(UUID id, Instant since) {
        var hook = webhooks.locked(id).orElseThrow(() -> missing(id));
        requireActive(hook);
        if (since.isAfter(clock.instant())) {
            throw ProblemException.invalid("/since", "must not lie in the future");
        }
        webhooks.goBack(id, since);
    }

    /** Tells one event again, at once. */
    void replay(UUID id, UUID deliveryId) {
        requireActive(seen(id));
        if (!deliveries.replay(id, deliveryId, clock.instant())) {
            throw ProblemException.notFound("This webhook has no such delivery.");
        }
    }

    private static void requireActive(Webhook hook) {
        if (hook.state() != Webhook.State.ACTIVE) {
            throw ProblemException.conflict("webhook-not-active", "It is %s: enable it first.".formatted(hook.state()));
        }
    }

    private Webhook locked(UUID id, String ifMatch) {
        var hook = webhooks.locked(id).orElseThrow(() -> missing(id));
        Revision.require(ifMatch, "webhook", hook.revision());
        return hook;
    }

    private OutboxPosition endOfLog() {
        // The reader of the log holds a transaction of its own.
        return QuarkusTransaction.suspendingExisting().call(log::end);
    }

    private static ProblemException missing(UUID id) {
        return ProblemException.notFound("There is no webhook " + id + ".");
    }
}
