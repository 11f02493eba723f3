package io.carryon.profile.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PatientHandlingTest {

    private static final ConsumerRecord<String, byte[]> EVENT =
            new ConsumerRecord<>("contact.received", 0, 7, "key", new byte[0]);

    private final Stopping stopping = new Stopping();
    private final PatientHandling handling = new PatientHandling(stopping);
    private final AtomicInteger tries = new AtomicInteger();

    static Stream<RuntimeException> whatPasses() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                // WriteConflict, and NotWritablePrimary's elder brother: a role that was taken away for a minute.
                refusedCommand(112),
                refusedCommand(13),
                new BrokerAwayException(new IllegalStateException()),
                new IllegalStateException("wrapped", new MongoTimeoutException("no server")));
    }

    @ParameterizedTest
    @MethodSource("whatPasses")
    void whatPassesIsWaitedForBeyondAnyNumberOfTries(RuntimeException failure) {
        var handled = handling.handle(EVENT, event -> {
            if (tries.incrementAndGet() < 6) {
                throw failure;
            }
        });

        assertThat(handled).isInstanceOf(Handled.Done.class);
        assertThat(tries).hasValue(6);
    }

    @Test
    void whatCannotBeReadIsRefusedAtOnce() {
        var handled = handling.handle(EVENT, event -> {
            tries.incrementAndGet();
            throw new PoisonException("not JSON", null);
        });

        assertThat(handled).isInstanceOf(Handled.Refused.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void whatOurCodeFailsOnIsRefusedAfterThreeTries() {
        var handled = handling.handle(EVENT, event -> {
            tries.incrementAndGet();
            throw new IllegalStateException("a case nobody thought of");
        });

        assertThat(handled).isInstanceOf(Handled.Refused.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatFailsWhileTheServiceStopsIsLeftForTheNextStart() {
        stopping.begin(new ShutdownEvent());

        var handled = handling.handle(EVENT, event -> {
            tries.incrementAndGet();
            throw new IllegalStateException("everything is closed already");
        });

        assertThat(handled).isInstanceOf(Handled.Left.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aStopEndsTheWaitForADatabaseThatIsAway() {
        var handled = handling.handle(EVENT, event -> {
            if (tries.incrementAndGet() == 4) {
                stopping.begin(new ShutdownEvent());
            }
            throw new MongoTimeoutException("no server");
        });

        assertThat(handled).isInstanceOf(Handled.Left.class);
        assertThat(tries).hasValue(4);
    }

    private static MongoCommandException refusedCommand(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), new ServerAddress());
    }
}
