package io.carryon.gateway.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.MovableClock;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class UpdateInboxComponentTest {

    private final MovableClock clock = new MovableClock();
    private Sql sql;
    private UpdateInbox one;
    private UpdateInbox other;

    @Inject
    MessengerConfig config;

    @BeforeEach
    void twoProcesses() {
        sql = OwnSchema.emptied();
        one = new UpdateInbox(sql, config, clock);
        other = new UpdateInbox(sql, config, clock);
    }

    @Test
    void theSameAgainIsThereOnce() {
        add(update("w1", "ann", 1));
        add(update("w1", "ann", 1), update("w2", "ann", 2));

        assertThat(one.waiting()).isEqualTo(2);
        one.done(one.claim().orElseThrow());
        add(update("w1", "ann", 1));
        assertThat(one.waiting()).isEqualTo(1);
    }

    @Test
    void aConversationIsWorkedOffInTheProvidersOrderAndAnotherMeanwhile() {
        add(update("w2", "ann", 2));
        add(update("w1", "ann", 1), update("w3", "ann", 2));
        add(update("b1", "bob", 9));

        var first = one.claim().orElseThrow();
        var ofBob = other.claim().orElseThrow();

        assertThat(List.of(said(first), said(ofBob))).containsExactlyInAnyOrder("w1", "b1");
        assertThat(one.claim()).as("Ann's next, while her first is worked on").isEmpty();
        one.done(said(first).equals("w1") ? first : ofBob);
        var second = other.claim().orElseThrow();
        assertThat(said(second)).isEqualTo("w2");
        other.done(second);
        assertThat(said(one.claim().orElseThrow())).isEqualTo("w3");
    }

    @Test
    void whatIsPutOffKeepsItsConversationWaitingLongerEachTime() {
        add(update("w1", "ann", 1), update("w2", "ann", 2));

        one.postpone(one.claim().orElseThrow());
        assertThat(one.claim()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        var again = one.claim().orElseThrow();
        assertThat(said(again)).isEqualTo("w1");
        assertThat(again.attempts()).isEqualTo(2);
        one.postpone(again);
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.claim()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.claim()).isPresent();
    }

    @Test
    void whatACrashLeftIsWorkedOnByAnotherProcess() {
        add(update("w1", "ann", 1));
        one.claim();

        assertThat(other.claim()).isEmpty();
        clock.advance(config.lease().plusSeconds(1));
        assertThat(said(other.claim().orElseThrow())).isEqualTo("w1");
    }

    @Test
    void whatIsWorkedOffTellsOfNobodyAndIsForgottenInTheEnd() {
        add(update("w1", "ann", 1));
        one.done(one.claim().orElseThrow());

        assertThat(sql.query("select messenger_update::text from messenger_update", row -> row.getString(1)))
                .singleElement()
                .asString()
                .doesNotContain("w1")
                .doesNotContain("ann");
        assertThat(one.prune()).isZero();
        clock.advance(config.remembered().plusSeconds(1));
        assertThat(one.prune()).isEqualTo(1);
    }

    private void add(ArrivedUpdate... updates) {
        one.add(Channel.WHATSAPP, "shop", Arrays.asList(updates));
    }

    private static ArrivedUpdate update(String id, String conversation, long position) {
        return new ArrivedUpdate(id, conversation, position, id.getBytes(StandardCharsets.UTF_8));
    }

    private static String said(Update update) {
        return new String(update.payload(), StandardCharsets.UTF_8);
    }
}
