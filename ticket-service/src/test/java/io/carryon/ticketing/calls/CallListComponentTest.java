package io.carryon.ticketing.calls;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallListComponentTest {

    @Inject
    CallIntake intake;

    @Inject
    DataSource database;

    @Test
    void whoseEndWasNeverToldIsNotAmongThoseWhoWait() {
        var contact = here();
        var queue = "queue-" + contact;
        update(
                "update ticketing.phone_call set queue = ?, arrived_at = now() - interval '3 hours'"
                        + " where contact_id = ?",
                queue,
                contact);

        agent().get("/v1/calls?queue=" + queue).then().body("items.contactId", contains(contact.toString()));
        agent().get("/v1/calls?state=waiting&queue=" + queue).then().body("items", empty());
    }

    @Test
    void nobodyIsOnHoldInACallThatIsOverWhateverItsRowSays() {
        var contact = here();
        intake.take(arrived(ended(contact, 2, "answered")));
        update("update ticketing.phone_call set hold_reason = 'looking' where contact_id = ?", contact);

        agent().get("/v1/calls/" + contact)
                .then()
                .body("state", equalTo("ended"))
                .body("hold", nullValue());
    }

    private static UUID here() {
        var call = callFor("billing");
        ticketOf(call);
        return contactOf(call);
    }

    private void update(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement, values));
    }
}
