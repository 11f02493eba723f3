package io.carryon.ticketing.webhooks;

import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostBoxComponentTest {

    private static final String HOOK = """
            insert into ticketing.webhook (id, url, types, secret, state, epoch, xid, seq, created_by, created_at, revision)
            select ?, 'https://receiver.example.org/', array['nothing'],
                'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=', 'ACTIVE', max(epoch), pg_current_xact_id(), 0, 'root', now(), 1
            from ticketing.outbox_position""";

    // Due so late that the running service does not deliver them.
    private static final String DELIVERY = """
            insert into ticketing.webhook_delivery (id, webhook_id, ticket_id, revision, type, made_at, state, next_at)
            values (gen_random_uuid(), ?, ?, 1, 'ticket.opened', now(), 'WAITING', now() + interval '1 hour')""";

    private final UUID hook = UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Inject
    WebhookStore webhooks;

    @Inject
    DeliveryStore deliveries;

    @Inject
    WebhookConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private List<String> tickets;

    @BeforeEach
    void threeDeliveriesAreDue() {
        tickets = Stream.generate(() -> ticketOf(mail())).limit(3).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            new Sql(database).update(HOOK, hook);
            tickets.forEach(ticket -> new Sql(database).update(DELIVERY, hook, UUID.fromString(ticket)));
        });
    }

    @AfterEach
    void nobodyIsToldAnyMore() {
        QuarkusTransaction.requiringNew()
                .run(() -> new Sql(database).update("delete from ticketing.webhook where id = ?", hook));
    }

    @Test
    void oneThatCannotBeSentLosesNothingOfTheOthers() throws InterruptedException {
        var later = Clock.offset(clock, Duration.ofHours(2));
        var postBox = new PostBox(webhooks, deliveries, this::answer, config, json, metrics, later);

        assertThat(postBox.deliver(hook)).isTrue();

        assertThat(states()).containsExactly("WAITING 1", "DELIVERED 1", "DELIVERED 1");
        assertThat(metrics.counter("carryon.webhooks.unsent").count()).isEqualTo(1);
        // It was no fault of the receiver's.
        assertThat(QuarkusTransaction.requiringNew().call(() -> webhooks.one(hook)))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(Webhook.State.ACTIVE));
    }

    private Receiver.Answer answer(java.net.URI url, java.util.Map<String, String> headers, byte[] body) {
        var ticket = Line.json(new String(body, StandardCharsets.UTF_8))
                .at("/data/ticketId")
                .textValue();
        if (ticket.equals(tickets.getFirst())) {
            throw new IllegalStateException("Nobody thought of this");
        }
        return new Receiver.Answer(204, Optional.empty());
    }

    private List<String> states() {
        return QuarkusTransaction.requiringNew()
                .call(() -> tickets.stream()
                        .map(ticket -> new Sql(database)
                                .first("""
                                select state || ' ' || attempts from ticketing.webhook_delivery
                                where webhook_id = ? and ticket_id = ?""", row -> row.getString(1), hook, UUID.fromString(ticket))
                                .orElseThrow())
                        .toList());
    }
}
