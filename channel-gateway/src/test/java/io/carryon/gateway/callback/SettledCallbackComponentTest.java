package io.carryon.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Staff settle callbacks where they work; the phone goes by it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class SettledCallbackComponentTest {

    @Inject
    Sql sql;

    private final UUID ticket = UUID.randomUUID();

    @Test
    void whoAsksAgainAfterStaffCalledGetsANewCallback() {
        var call = announced("+4930112001");
        var done = asked(call);

        settled(call, 1, done, "done", Instant.now());

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(asked(call)).isNotEqualTo(done));
        assertThat(states(call)).containsExactly("requested", "requested");
    }

    @Test
    void whatTheCustomerWantedAfterStaffSettledItStands() {
        var call = announced("+4930112003");
        var wanted = asked(call);

        settled(call, 1, wanted, "withdrawn", Instant.now().minusSeconds(60));
        var other = announced("+4930112004");
        var taken = asked(other);
        settled(other, 2, taken, "failed", Instant.now());
        ended(taken, "FAILED");

        assertThat(asked(call)).isEqualTo(wanted);
    }

    private static String announced(String from) {
        var call = Ivr.call();
        Ivr.announce(call, from).then().statusCode(201);
        return call;
    }

    /** The id of the callback that the caller has after asking for one. */
    private static String asked(String call) {
        return Ivr.callBack(call, "{}").jsonPath().getString("callbackId");
    }

    private static List<String> states(String call) {
        return Line.changesOf(Ivr.contactOf(call), "callback").stream()
                .map(change -> change.at("/callback/state").asText())
                .toList();
    }

    private void settled(String call, int revision, String callback, String state, Instant since) {
        tell(TicketEvents.callback(ticket, revision, Ivr.contactOf(call), callback, state, since.toString()));
    }

    private void tell(Map<String, Object> event) {
        Line.publish("ticket.changed", ticket, event);
    }

    private void ended(String callback, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> sql.first(
                                "select state from callback where callback_id = ?::uuid",
                                row -> row.getString(1),
                                callback)
                        .orElseThrow()
                        .equals(state));
    }
}
