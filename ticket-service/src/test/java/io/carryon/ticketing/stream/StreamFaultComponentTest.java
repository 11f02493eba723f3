package io.carryon.ticketing.stream;

import static io.carryon.ticketing.calls.CallFixtures.answered;
import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.line.Desk.sits;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.Listening.Message;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One thing that goes wrong holds nobody up. */
@QuarkusTest
class StreamFaultComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    @Inject
    CallIntake calls;

    @Inject
    EntityManager database;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatCannotBeShownIsLeftOutAndCountedAndTheRestIsTold() {
        sits(ann, "technical", "320");
        var broken = callFor("technical");
        var next = callFor("technical");
        ticketOf(broken);
        var skipped = metrics.counter("carryon.stream.skipped").count();
        try (var listening = Listening.as(ann)) {
            QuarkusTransaction.requiringNew().run(() -> {
                calls.take(arrived(answered(contactOf(broken), 1, ann)));
                state(contactOf(broken), "of-a-later-version");
            });
            ticketOf(next);

            listening.about(contactOf(next).toString(), 1);
            assertThat(listening.messages())
                    .extracting(Message::contact)
                    .containsExactly(contactOf(next).toString());
            assertThat(metrics.counter("carryon.stream.skipped").count()).isEqualTo(skipped + 1);
        } finally {
            QuarkusTransaction.requiringNew().run(() -> state(contactOf(broken), "answered"));
        }
    }

    @Test
    void anAgentWhoIsWrittenToDoesNotHoldUpTheStreams() throws InterruptedException {
        sits(ann, "technical", "321");
        sits(ben, "technical", "322");
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var first = Listening.as(ann);
                var second = Listening.as(ben)) {
            var writing = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                    .run(() -> {
                        database.createNativeQuery("select id from ticketing.agent where id = ?1 for update")
                                .setParameter(1, ben)
                                .getResultList();
                        begun.countDown();
                        until(goOn);
                    }));
            begun.await();
            try {
                first.hearsThatItStillLives(3);
                second.hearsThatItStillLives(1);
            } finally {
                goOn.countDown();
            }
            writing.join();
            var call = callFor("technical");
            ticketOf(call);

            assertThat(first.about(contactOf(call).toString(), 1)).hasSize(1);
        }
    }

    private void state(UUID contact, String state) {
        database.createNativeQuery("update ticketing.phone_call set state = ?1 where contact_id = ?2")
                .setParameter(1, state)
                .setParameter(2, contact)
                .executeUpdate();
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
