package io.carryon.ticketing.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.outbox.OutboxPosition;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

class OpenStreamTest {

    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");

    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final OpenStream stream = new OpenStream("agent-1", EVENING, 3, new SseImpl(), () -> cut.set(true));

    @Test
    void aClientThatDoesNotReadIsCutOffAndKeepsNoMoreThanTheBuffer() {
        var client = new Client();
        stream.messages(() -> closed.set(true)).subscribe().withSubscriber(client);
        stream.begin(OutboxPosition.START);
        assertThat(stream.beat()).isTrue();
        assertThat(stream.beat()).isTrue();
        assertThat(cut).isFalse();

        assertThat(stream.beat()).isFalse();

        assertThat(cut).isTrue();
        client.subscription.request(10);
        assertThat(client.taken).hasSize(3);
    }

    @Test
    void aClientThatReadsIsNeverCutOff() {
        var client = new Client();
        stream.messages(() -> closed.set(true)).subscribe().withSubscriber(client);
        client.subscription.request(100);

        for (var i = 0; i < 50; i++) {
            assertThat(stream.beat()).isTrue();
        }

        assertThat(client.taken).hasSize(50);
        client.subscription.cancel();
        assertThat(closed).isTrue();
    }

    @Test
    void whatIsAsWellNotToldTakesNoRoomFromWhatIsAndCutsNobodyOff() {
        var client = new Client();
        stream.messages(() -> closed.set(true)).subscribe().withSubscriber(client);

        for (var i = 0; i < 10; i++) {
            assertThat(stream.mention("typing", "{}")).isTrue();
        }
        assertThat(stream.beat()).isTrue();

        assertThat(cut).isFalse();
        client.subscription.request(10);
        assertThat(client.taken).hasSize(3);
    }

    @Test
    void itEndsWithItsToken() {
        assertThat(stream.isExpired(EVENING.minusMillis(1))).isFalse();
        assertThat(stream.isExpired(EVENING)).isTrue();
    }

    private static final class Client implements Flow.Subscriber<OutboundSseEvent> {

        private final ArrayList<OutboundSseEvent> taken = new ArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(OutboundSseEvent event) {
            taken.add(event);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
