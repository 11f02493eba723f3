package io.carryon.gateway.email.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.MovableClock;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which automatic mail leaves, as the database remembers it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class AutomaticMailComponentTest {

    private static final Duration NO_PAUSE = Duration.ZERO;

    @Inject
    Sql sql;

    @Inject
    AutomaticMailConfig configured;

    @Inject
    AutomaticMailGuard asConfigured;

    private final MovableClock clock = new MovableClock();
    private final String ann = "Ann-" + UUID.randomUUID() + "@example.org";

    private AutomaticMailGuard guard(String inTotal) {
        return new AutomaticMailGuard(sql, new Caps(List.of(Cap.of(inTotal))), new AddressHash("secret"), clock);
    }

    private AutomaticMailGuard guard() {
        return guard("10m:1000000");
    }

    @Test
    void whoIsNotProvedHearsFromUsOnceWhateverTheyAreToBeToldAndHoweverOftenWeStart() {
        assertThat(guard().admits("too-large", ann, false, NO_PAUSE)).isTrue();
        clock.advance(Duration.ofDays(3));

        assertThat(guard().admits("too-large", ann, false, NO_PAUSE)).isFalse();
        assertThat(guard().admits("greeting", ann.toUpperCase(Locale.ROOT), false, NO_PAUSE))
                .isFalse();
        assertThat(guard().admits("greeting", ann, true, NO_PAUSE)).isTrue();
    }

    @Test
    void oneAddressGetsNoMoreThanEachWindowAllows() {
        assertThat(sent(guard(), 20)).isEqualTo(10);
        clock.advance(Duration.ofMinutes(11));
        assertThat(sent(guard(), 20)).as("15 in 30 minutes").isEqualTo(5);
        clock.advance(Duration.ofMinutes(11));
        assertThat(sent(guard(), 20)).isZero();
        clock.advance(Duration.ofMinutes(10));
        assertThat(sent(guard(), 20))
                .as("10 of the first are forgotten, 25 in 60 minutes")
                .isEqualTo(10);
    }

    private int sent(AutomaticMailGuard guard, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(i -> guard.admits("greeting", ann, true, NO_PAUSE))
                .count();
    }

    @Test
    void allTogetherGetNoMoreThanTheWindowAllows() {
        clock.advance(Duration.ofDays(3650));
        var guard = guard("10m:3");

        assertThat(IntStream.range(0, 5).filter(i -> guard.admits("greeting", i + ann, true, NO_PAUSE)))
                .hasSize(3);
    }

    @Test
    void ofManyAtTheSameTimeOneLeaves() throws Exception {
        for (var round = 0; round < 8; round++) {
            var address = round + ann;
            var begin = new CountDownLatch(1);
            var admitted = new ArrayList<Future<Boolean>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < 8; i++) {
                    admitted.add(threads.submit(() -> {
                        begin.await();
                        return asConfigured.admits("too-large", address, true, Duration.ofDays(1));
                    }));
                }
                begin.countDown();
            }

            assertThat(admitted.stream().filter(Future::resultNow)).hasSize(1);
        }
    }

    @Test
    void aKindRestsBetweenTwoMails() {
        assertThat(guard().admits("too-large", ann, true, Duration.ofDays(1))).isTrue();
        clock.advance(Duration.ofHours(23));
        assertThat(guard().admits("too-large", ann, true, Duration.ofDays(1))).isFalse();
        assertThat(guard().admits("greeting", ann, true, Duration.ofDays(1))).isTrue();
        clock.advance(Duration.ofHours(2));
        assertThat(guard().admits("too-large", ann, true, Duration.ofDays(1))).isTrue();
    }

    @Test
    void anAddressThatDoesNotExistGetsNothingForSixtyDays() {
        guard().noSuchAddress(ann);
        guard().noSuchAddress(ann);

        clock.advance(Duration.ofDays(59));
        assertThat(guard().admits("greeting", ann, true, NO_PAUSE)).isFalse();
        clock.advance(Duration.ofDays(2));
        assertThat(guard().admits("greeting", ann, true, NO_PAUSE)).isTrue();
    }

    @Test
    void aReportIsBelievedOfWhomTheReplyWentToAlone() {
        var reply = UUID.randomUUID();
        var recipients = new ReplyRecipients(sql, configured, new AddressHash("secret"), guard(), clock);
        recipients.sent(reply, List.of(ann, "boss-" + ann));
        recipients.sent(reply, List.of(ann));

        recipients.missing(reply, "stranger-" + ann);
        recipients.missing(UUID.randomUUID(), ann);
        recipients.missing(reply, "Boss-" + ann);

        assertThat(guard().admits("greeting", "stranger-" + ann, true, NO_PAUSE))
                .isTrue();
        assertThat(guard().admits("greeting", ann, true, NO_PAUSE)).isTrue();
        assertThat(guard().admits("greeting", "boss-" + ann, true, NO_PAUSE)).isFalse();
    }

    @Test
    void theCapsAreThoseOfTheField() {
        assertThat(configured.perAddress()).contains(Cap.of("10m:10"), Cap.of("600m:100"));
        assertThat(configured.inTotal()).contains(Cap.of("10m:30"), Cap.of("600m:360"));
        assertThatThrownBy(() -> Cap.of("ten")).hasMessageContaining("such as 30m:15");
    }

    private record Caps(List<Cap> inTotal) implements AutomaticMailConfig {

        @Override
        public List<Cap> perAddress() {
            return List.of(Cap.of("10m:10"), Cap.of("30m:15"), Cap.of("60m:25"));
        }

        @Override
        public Duration afterNoSuchAddress() {
            return Duration.ofDays(60);
        }

        @Override
        public Duration remembered() {
            return Duration.ofDays(36_500);
        }
    }
}
