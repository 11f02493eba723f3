package io.carryon.ticketing.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Delivers what is due for one receiver. While receivers are waited for, no transaction and no connection is held; and
 * however many of them there are, only few connections of the pool are theirs.
 */
@ApplicationScoped
class PostBox {

    private static final Logger LOG = Logger.getLogger(PostBox.class);

    /** Sent to one receiver at once. */
    private static final int AT_ONCE = 8;

    private static final int CONNECTIONS = 3;

    /** So many failures in a row mean that the receiver was away, and not that it disliked an event. */
    private static final int WAS_AWAY = 3;

    private static final Duration WHEN_THROTTLED = Duration.ofSeconds(30);

    /** @param ours whether it failed here, by no fault of the receiver's */
    private record Sent(Message message, Attempt attempt, Optional<Duration> retryAfter, boolean ours) {}

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Receiver receiver;
    private final WebhookConfig config;
    private final RetryPlan plan;
    private final ObjectMapper json;
    private final Counter unsent;
    private final Clock clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);

    PostBox(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            Receiver receiver,
            WebhookConfig config,
            ObjectMapper json,
            MeterRegistry metrics,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receiver = receiver;
        this.config = config;
        this.plan = new RetryPlan(
                config.retries(), () -> ThreadLocalRandom.current().nextDouble());
        this.json = json;
        this.unsent = metrics.counter("carryon.webhooks.unsent");
        this.clock = clock;
    }

    /** Delivers one handful; false when nothing was due. */
    boolean deliver(UUID webhookId) throws InterruptedException {
        var hook = new ArrayList<Webhook>();
        var messages = inTransaction(() -> {
            webhooks.one(webhookId)
                    .filter(found -> found.state() == Webhook.State.ACTIVE)
                    .ifPresent(hook::add);
            var now = clock.instant();
            return hook.isEmpty() ? List.<Message>of() : deliveries.claim(webhookId, AT_ONCE, now, lostAt(now));
        });
        if (messages.isEmpty()) {
            return false;
        }
        var sent = send(hook.getFirst(), messages);
        inTransaction(() -> {
            sent.forEach(this::settle);
            judge(webhookId, sent);
            return null;
        });
        // A receiver that wants to be left alone is.
        return sent.stream().noneMatch(one -> one.attempt().isThrottled());
    }

    private List<Sent> send(Webhook hook, List<Message> messages) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = messages.stream()
                    .map(message -> threads.submit(() -> send(hook, message)))
                    .toList();
            var sent = new ArrayList<Sent>();
            for (var one : sending) {
                sent.add(one.get());
            }
            return sent;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A message could not be sent", e.getCause());
        }
    }

    private Sent send(Webhook hook, Message message) throws InterruptedException {
        var begun = clock.instant();
        try {
            var body = message.body(json);
            var id = message.id().toString();
            var answer = receiver.post(
                    hook.url(),
                    Map.of(
                            "content-type",
                            "application/json",
                            "user-agent",
                            "Carryon",
                            "webhook-id",
                            id,
                            "webhook-timestamp",
                            String.valueOf(begun.getEpochSecond()),
                            "webhook-signature",
                            hook.signatures(id, begun, body)),
                    body);
            return new Sent(
                    message, Attempt.answered(begun, answer.status(), since(begun)), answer.retryAfter(), false);
        } catch (DeliveryException e) {
            return new Sent(message, Attempt.failed(begun, e.getMessage(), since(begun)), Optional.empty(), false);
        } catch (RuntimeException e) {
            // One that cannot be sent takes nothing of what became of the others with it.
            unsent.increment();
            LOG.errorf(e, "The delivery %s could not be sent", message.id());
            return new Sent(message, Attempt.failed(begun, "not sent", since(begun)), Optional.empty(), true);
        }
    }

    private void settle(Sent sent) {
        var attempt = sent.attempt();
        if (attempt.succeeded()) {
            deliveries.settle(sent.message().id(), attempt, Delivery.State.DELIVERED, null);
            return;
        }
        var pause = plan.after(sent.message().attempts() + 1);
        deliveries.settle(
                sent.message().id(),
                attempt,
                pause.isPresent() ? Delivery.State.WAITING : Delivery.State.GIVEN_UP,
                pause.map(wait -> clock.instant().plus(wait)).orElse(null));
    }

    private void judge(UUID webhookId, List<Sent> sent) {
        var now = clock.instant();
        if (sent.stream().anyMatch(one -> one.attempt().isGone())) {
            webhooks.disable(webhookId, "the receiver answered 410 Gone");
            return;
        }
        if (sent.stream().anyMatch(one -> one.attempt().succeeded()) && webhooks.succeeded(webhookId) >= WAS_AWAY) {
            deliveries.hurry(webhookId, now, lostAt(now));
        }
        for (var one : sent) {
            if (!one.attempt().succeeded() && !one.ours()) {
                var quietUntil =
                        one.attempt().isThrottled() ? now.plus(one.retryAfter().orElse(WHEN_THROTTLED)) : null;
                var since = webhooks.failed(webhookId, now, quietUntil);
                if (since.isBefore(now.minus(config.disableAfter()))) {
                    webhooks.disable(webhookId, "nothing was taken since " + since);
                }
            }
        }
    }

    /** Who has not said by then what became of a delivery is not there any more. */
    private Instant lostAt(Instant now) {
        return now.plus(config.timeout().multipliedBy(2)).plus(Duration.ofSeconds(10));
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private <T> T inTransaction(Callable<T> work) throws InterruptedException {
        connections.acquire();
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } finally {
            connections.release();
        }
    }
}
