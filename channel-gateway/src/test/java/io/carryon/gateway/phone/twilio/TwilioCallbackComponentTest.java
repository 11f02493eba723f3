package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class TwilioCallbackComponentTest {

    @Inject
    Sql sql;

    @Test
    void whoWaitsBooksACallbackAndKeepsThePlaceUntilThen() {
        var call = Twilio.call().begin().press("0");
        call.follow(call.first("Enqueue").getAttribute("waitUrl"), Map.of("QueuePosition", "2"));

        redirected(call.press("1"));
        assertThat(call.spoken()).contains("We can call you back").contains("4 9 3 0 9 9 9 1 1 1");
        assertThat(redirected(call.press("0")).spoken()).contains("To leave a message, press 2");

        redirected(call.press("1"));
        assertThat(call.press("1").verbs()).containsExactly("Say", "Hangup");
        assertThat(call.spoken()).contains("We will call you back on");
        assertThat(requested(call).at("/callback/number").asText()).isEqualTo(Twilio.CALLER);
    }

    @Test
    void aLaterTimeIsOfferedToWhoCannotThen() {
        var call = redirected(Twilio.call().begin().press("3").press("2"));
        var first = call.spoken();

        assertThat(redirected(call.press("2")).spoken())
                .contains("We can call you back")
                .isNotEqualTo(first);
    }

    @Test
    void whoHidesTheirNumberKeysOneInAndAnybodyMayChooseAnother() {
        var call = redirected(Twilio.callFrom("anonymous").begin().press("3").press("2"));
        assertThat(call.spoken()).contains("key in the number");

        redirected(call.press("030123456"));
        assertThat(call.spoken()).contains("0 3 0 1 2 3 4 5 6");
        assertThat(call.press("3").spoken()).contains("key in the number");
        redirected(call.press("030654321")).press("1");

        assertThat(requested(call).at("/callback/number").asText()).contains("30654321");
    }

    @Test
    void whoWantsNoCallbackAfterAllReachesAPerson() {
        var call = redirected(Twilio.call().begin().press("3").press("2"));

        redirected(call.press("0"));

        assertThat(call.first("Enqueue").getTextContent()).isEqualTo("technical");
    }

    @Test
    void whoWaitsForACallAlreadyIsToldSoBeforeTheMenu() {
        var callback = UUID.randomUUID();
        sql.update(
                """
                insert into callback (callback_id, contact_id, ticket_id, number, state, not_before, not_after, changed_at)
                values (?, ?, ?, ?, 'REQUESTED', now() + interval '1 hour', now() + interval '2 hours', now())
                """,
                callback,
                UUID.randomUUID(),
                UUID.fromString("01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b"),
                ProfileStubResource.KNOWN);
        try {
            var call = Twilio.callFrom(ProfileStubResource.KNOWN).begin();

            assertThat(call.spoken())
                    .startsWith("We have noted that you want to be called back")
                    .contains("Press 0 at any time");
            assertThat(call.verbs()).startsWith("Gather", "Say", "Say");
        } finally {
            sql.update("delete from callback where callback_id = ?", callback);
        }
    }

    private static JsonNode requested(Twilio call) {
        return Line.awaited(
                "call.changed",
                event -> event.get("contactId").asText().equals(call.contactId().toString())
                        && event.at("/callback/state").asText().equals("requested"));
    }

    private static Twilio redirected(Twilio call) {
        return call.follow(call.first("Redirect").getTextContent(), Map.of());
    }
}
