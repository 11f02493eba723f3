package io.carryon.ticketing.customers;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.callback;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.customers.CustomerFixtures.erased;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the phone tells of somebody is on its way while they are erased. */
@QuarkusTest
class LateCallComponentTest {

    private static final String NUMBER = "+4930123456";

    private static final String KEPT = "select data::text from ticketing.call_change where contact_id = ?";

    @Inject
    CustomerIntake customers;

    @Inject
    CallIntake intake;

    @Inject
    Erasure erasure;

    @Inject
    DataSource database;

    private final UUID customer = UUID.randomUUID();

    @Test
    void aNumberThatSomebodyWroteWhoDidNotKnowOfTheErasureGoesToo() {
        var call = call(customer, UUID.randomUUID());
        var contact = contactOf(call);
        var wish = UUID.randomUUID();
        ticketOf(call);
        intake.take(arrived(callback(contact, 2, wish, "cancelled")));
        customers.take(CustomerFixtures.arrived(erased(customer)));

        update("update ticketing.phone_call set caller = ? where contact_id = ?", contact);
        erasure.eraseTheLate();
        agent().get("/v1/calls/" + contact).then().body("caller", nullValue());

        update("update ticketing.callback set number = ? where contact_id = ?", contact);
        erasure.eraseTheLate();
        agent().get("/v1/callbacks/" + wish).then().body("number", nullValue());
    }

    @Test
    void wordsThatAreKeptOfAContactThatIsErasedNameNoNumber() {
        var call = call(customer, UUID.randomUUID());
        var contact = contactOf(call);
        customers.take(CustomerFixtures.arrived(erased(customer, contact)));

        intake.take(arrived(callback(contact, 2, UUID.randomUUID(), "requested")));

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> new Sql(database).list(KEPT, row -> row.getString(1), contact)))
                .singleElement()
                .asString()
                .doesNotContain(NUMBER);
    }

    private void update(String statement, UUID contact) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement, NUMBER, contact));
    }
}
