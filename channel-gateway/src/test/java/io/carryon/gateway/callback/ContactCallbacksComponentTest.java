package io.carryon.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ContactCallbacksComponentTest {

    @Inject
    ContactCallbacks callbacks;

    @Test
    void staffsSideIsToldOfACallbackThatWasAskedForInWriting() {
        var contact = UUID.randomUUID();
        var slot = callbacks.slots(40).getLast();

        var booked = callbacks.book(contact, null, "+49 (30) 555-0100", slot.notBefore(), slot.notAfter());

        assertThat(booked.first()).isTrue();
        assertThat(callbacks.booked(contact, null)).map(Callback::number).hasValue("+49305550100");
        assertThat(callbacks.cancel(contact, null)).isTrue();
        assertThat(callbacks.booked(contact, null)).isEmpty();
        Line.awaited("call.changed", change -> tells(change, contact, "cancelled"));
        assertThat(Line.changesOf(contact, "callback"))
                .extracting(change -> change.at("/callback/state").asText())
                .containsExactly("requested", "cancelled");
        assertThat(callbacks.cancel(contact, null)).isFalse();
    }

    private static boolean tells(JsonNode change, UUID contact, String state) {
        return contact.toString().equals(change.get("contactId").asText())
                && state.equals(change.at("/callback/state").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call me", "+49", "<script>", "0305550100 ext 4"})
    void whatCannotBeDialledIsRefused(String number) {
        assertThatThrownBy(() -> callbacks.book(UUID.randomUUID(), null, number, null, null))
                .isInstanceOf(ProblemException.class)
                .extracting(refused -> ((ProblemException) refused).status())
                .isEqualTo(400);
    }
}
