package io.carryon.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.course.PersonRequests;
import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionQuestion;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.HeldData;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class CallErasureComponentTest {

    @Inject
    Erasure erasure;

    @Inject
    CallLog calls;

    @Inject
    PersonRequests requests;

    @Inject
    QuestionStore questions;

    @Inject
    Sql sql;

    @Test
    void anErasedCallIsNeverPublishedAndNothingOfTheCallerIsLeft() {
        var told = Call.started(
                        "ivr-client", Ivr.call(), "+4930999777", "+4930555010", "in", "Jan", "de", null, Instant.now())
                .triggered("dtmf0", Instant.now(), List.of("root"), Map.of("account", "20417"));
        requests.add(told);
        var contact = told.contactId();
        questions.add(List.of(new RecognitionQuestion(contact, null, "de", "Geht es um dasselbe?")));
        HeldData.of(contact).body("contacts[0].items.kind", hasItems("call", "recognition-question"));

        erasure.erase(Set.of(contact));
        erasure.erase(Set.of(contact));

        assertThat(calls.owedLongerThan(Duration.ZERO))
                .extracting(Call::contactId)
                .doesNotContain(contact);
        HeldData.of(contact).body("contacts[0].items", hasSize(0));
        assertThat(sql.query(
                        "select phone_call::text from phone_call where contact_id = ?",
                        row -> row.getString(1),
                        contact))
                .singleElement()
                .asString()
                .doesNotContain("+4930999777", "Jan", "20417");
        Ivr.press(told.callId(), "1").then().statusCode(409);
    }

    @Test
    void whatHappenedInACallIsToldAndTakenOutWithItAndItsCallbackEnds() {
        var call = Ivr.call();
        var contact = Ivr.contactOf(call);
        Ivr.announce(call, "+4930999778");
        Ivr.tell(call, "\"seq\":1,\"type\":\"speech\",\"text\":\"Jan Kowal here\"");
        Ivr.callBack(call, "{}").then().statusCode(201);
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(201);
        Ivr.answer(call, "{\"name\":\"Anna Weber\"}").then().statusCode(400);
        Ivr.answer(call, "{\"agentId\":\"anna\",\"name\":\"Anna Weber\"}")
                .then()
                .statusCode(200);
        Ivr.tell(
                        call,
                        "\"seq\":2,\"type\":\"recording\",\"consent\":true,\"recordingId\":\"jan-1\",\"url\":\"https://pbx/jan-1\"")
                .then()
                .statusCode(202);
        Line.entriesOf(contact, 2);
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        Rows.of(sql, "call_entry where contact_id = ? and published_at is not null", contact) == 1);
        HeldData.of(contact).body("contacts[0].items.kind", hasItems("call", "call-event", "call-entry", "callback"));

        erasure.erase(Set.of(contact));
        erasure.erase(Set.of(contact));

        HeldData.of(contact).body("contacts[0].items", hasSize(0));
        for (var table : List.of("phone_call", "call_happening", "call_entry", "call_change", "callback")) {
            assertThat(sql.query(
                            "select t::text from " + table + " t where contact_id = ?",
                            row -> row.getString(1),
                            contact))
                    .as(table)
                    .noneMatch(row -> row.matches("(?s).*(4930999778|Jan|jan-1|Anna|anna).*"));
        }
        Ivr.tell(call, "\"seq\":3,\"type\":\"speech\",\"text\":\"Jan again\"")
                .then()
                .statusCode(409);
        Ivr.callBack(call, "{}").then().statusCode(409);
        assertThat(Rows.of(sql, "callback where contact_id = ? and state <> 'CANCELLED'", contact))
                .isZero();
    }
}
