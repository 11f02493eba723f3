package io.carryon.ticketing.customers;

import static io.carryon.ticketing.customers.CustomerFixtures.arrived;
import static io.carryon.ticketing.customers.CustomerFixtures.erased;
import static io.carryon.ticketing.customers.CustomerFixtures.merged;
import static io.carryon.ticketing.customers.CustomerFixtures.part;
import static io.carryon.ticketing.customers.CustomerFixtures.unmerged;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.customers.CustomerChanged.MovedContact;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerChangedComponentTest {

    private static final String COPY = """
            insert into ticketing.ticket (id, version, revision, number, issue_id, customer_id, customer_name, subject,
                status, queue, priority, channel, opened_at, updated_at)
            select gen_random_uuid(), 0, 0, 'c' || n || substr(gen_random_uuid()::text, 1, 6), gen_random_uuid(),
                customer_id, customer_name, subject, status, queue, priority, channel, opened_at, updated_at
            from ticketing.ticket, generate_series(1, 600) as n where customer_id = ?""";

    private static final String REMEMBERED =
            "select count(*) from ticketing.ticket where customer_id = ? and subject <> '[erased]'";

    private final UUID survivor = UUID.randomUUID();
    private final UUID absorbed = UUID.randomUUID();

    @Inject
    CustomerIntake intake;

    @Inject
    Erasure erasure;

    @Inject
    DataSource database;

    @Test
    void mergedCustomersHaveTheirTicketsTogetherUntilTheyAreSetFree() {
        var ofSurvivor = ticketOf(mailAbout(survivor, UUID.randomUUID()));
        var ofAbsorbed = ticketOf(mailAbout(absorbed, UUID.randomUUID()));

        var merge = merged(8, absorbed, survivor);
        intake.take(arrived(merge, merge));
        for (var asked : new UUID[] {survivor, absorbed}) {
            agent().get("/v1/tickets?customerId=" + asked)
                    .then()
                    .body("items.id", containsInAnyOrder(ofSurvivor, ofAbsorbed))
                    .body("items.customerId", everyItem(equalTo(survivor.toString())));
        }
        ticket(ofAbsorbed).body("customer.id", equalTo(survivor.toString()));

        intake.take(arrived(unmerged(9, absorbed, survivor)));
        // Told late: what was decided later holds.
        intake.take(arrived(merged(8, absorbed, survivor)));
        ticket(ofAbsorbed).body("customer.id", equalTo(absorbed.toString()));
        agent().get("/v1/tickets?customerId=" + survivor).then().body("items.id", containsInAnyOrder(ofSurvivor));
        agent().get("/v1/tickets?customerId=" + absorbed).then().body("items.id", containsInAnyOrder(ofAbsorbed));
    }

    @Test
    void aContactOfAMemberJoinsTheGroupsTicketAndGoesBackWhenItIsSetFree() {
        var theirs = mailAbout(survivor, UUID.randomUUID());
        var shared = ticketOf(theirs);
        intake.take(arrived(merged(1, absorbed, survivor)));
        var contact = mailAbout(survivor, UUID.fromString(theirs.at("/issue/id").textValue()));
        ((ObjectNode) contact.get("customer")).put("memberId", absorbed.toString());
        assertThat(ticketOf(contact)).isEqualTo(shared);

        var contactId = UUID.fromString(contact.at("/contact/contactId").textValue());
        var own = UUID.randomUUID();
        intake.take(arrived(unmerged(2, absorbed, survivor, new MovedContact(contactId, own))));

        var back = ticketWith(contactId.toString());
        assertThat(back).isNotEqualTo(shared);
        ticket(back).body("customer.id", equalTo(absorbed.toString())).body("issueId", equalTo(own.toString()));
        ticket(shared).body("conversation.items", hasSize(1));
        // Set free, they are strangers to each other's issues again.
        assertThat(ticketOf(mailAbout(
                        absorbed, UUID.fromString(theirs.at("/issue/id").textValue()))))
                .isNotEqualTo(shared);
    }

    @Test
    void aContactIsAmongItsOwnTicketsBeforeTheMergeIsToldHere() {
        var theirs = mailAbout(absorbed, UUID.randomUUID());
        var shared = ticketOf(theirs);
        var contact = mailAbout(survivor, UUID.fromString(theirs.at("/issue/id").textValue()));
        ((ObjectNode) contact.get("customer")).putArray("mergedIds").add(absorbed.toString());

        assertThat(ticketOf(contact)).isEqualTo(shared);
    }

    @Test
    void anUndoThatIsToldInPartsMovesTheContactsOfEach() {
        var theirs = mailAbout(survivor, UUID.randomUUID());
        var shared = ticketOf(theirs);
        intake.take(arrived(merged(1, absorbed, survivor)));
        var contacts = new UUID[2];
        for (int i = 0; i < contacts.length; i++) {
            var contact =
                    mailAbout(survivor, UUID.fromString(theirs.at("/issue/id").textValue()));
            ((ObjectNode) contact.get("customer")).put("memberId", absorbed.toString());
            assertThat(ticketOf(contact)).isEqualTo(shared);
            contacts[i] = UUID.fromString(contact.at("/contact/contactId").textValue());
        }
        var own = UUID.randomUUID();
        var first = unmerged(2, absorbed, survivor, new MovedContact(contacts[0], own));
        var second = part(2, first, new MovedContact(contacts[1], own));

        intake.take(arrived(first));
        intake.take(arrived(second, first));

        assertThat(ticketWith(contacts[0].toString())).isNotEqualTo(shared);
        assertThat(ticketWith(contacts[1].toString())).isEqualTo(ticketWith(contacts[0].toString()));
        ticket(shared).body("conversation.items", hasSize(1));
    }

    @Test
    void anErasureThatIsToldInPartsHappensOnce() {
        var id = ticketOf(mailAbout(survivor, UUID.randomUUID()));
        var first = erased(survivor);

        intake.take(arrived(first, part(2, first)));

        ticket(id).body("subject", equalTo("[erased]")).body("revision", equalTo(2));
    }

    @Test
    void anErasedCustomerIsForgottenAndCounted() {
        var mail = mailAbout(survivor, UUID.randomUUID());
        var id = ticketOf(mail);
        reply(id, "Dear Maria Weber, it is corrected.");
        agent().header("If-Match", "*")
                .body("""
                        {"nextStep":"We write to Maria.","nextUpdateBy":"%s"}""".formatted(Instant.now().plus(Duration.ofDays(1))))
                .put("/v1/tickets/" + id + "/next-step")
                .then()
                .statusCode(200);
        var before = ticket(id).extract().jsonPath();

        intake.take(arrived(erased(survivor)));

        ticket(id)
                .body("subject", equalTo("[erased]"))
                .body("customer.name", equalTo("[erased]"))
                .body("conversation.items.text", everyItem(equalTo("[erased]")))
                .body("conversation.items[0].author.id", equalTo("[erased]"))
                .body("conversation.items.at", equalTo(before.getList("conversation.items.at")))
                .body("openedAt", equalTo(before.getString("openedAt")));
        var all = ticket(id).extract().asString()
                + agent().get("/v1/tickets/" + id + "/events").asString()
                + agent().get("/v1/tickets/" + id + "/promises").asString()
                + agent().get("/v1/tickets?customerId=" + survivor).asString();
        assertThat(all).doesNotContainIgnoringCase("maria").doesNotContain("invoice", "Invoice");
        agent().get("/v1/tickets/" + id + "/events").then().body("items", hasSize(4));
        agent().get("/v1/tickets?q=Invoice&customerId=" + survivor).then().body("items", empty());
        var told = Line.open().data("ticket.changed", id, 4).getLast();
        Contract.named("ticket.changed").accepts(told);
        assertThat(told.get("subject").textValue()).isEqualTo("[erased]");
    }

    @Test
    void whatWasAnsweredToTheDeskOfAnErasedCustomerIsErasedToo() throws SQLException {
        var id = ticketOf(mailAbout(survivor, UUID.randomUUID()));
        var key = UUID.randomUUID().toString();
        answer(id, key, "Dear Maria Weber, it is corrected.").statusCode(201);
        withKey()
                .body("{\"text\":\"Maria called twice.\"}")
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(201);
        assertThat(kept(id)).hasSize(2).allMatch(answer -> answer.contains("Maria"));
        var other = ticketOf(mailAbout(UUID.randomUUID(), UUID.randomUUID()));
        answer(other, key, "Dear Eve, it is corrected.").statusCode(201);

        intake.take(arrived(erased(survivor)));

        assertThat(kept(id)).hasSize(2).allMatch("erased"::equals);
        assertThat(kept(other)).hasSize(1).allMatch(answer -> answer.contains("Eve"));
        answer(id, key, "Dear Maria Weber, it is corrected.")
                .statusCode(409)
                .body("type", equalTo("urn:carryon:problem:answer-erased"));
        ticket(id).body("conversation.items", hasSize(3));
    }

    private static ValidatableResponse answer(String id, String key, String text) {
        return withKey(key)
                .body("{\"text\":\"%s\"}".formatted(text))
                .post("/v1/tickets/" + id + "/replies")
                .then();
    }

    private List<String> kept(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .list(
                                "select coalesce(answer, 'erased') from ticketing.idempotency_key where path like ?",
                                row -> row.getString(1),
                                "/v1/tickets/" + id + "/%"));
    }

    @Test
    void aCustomerWithManyTicketsIsErasedPageByPage() throws SQLException {
        var mail = mailAbout(survivor, UUID.randomUUID());
        ticketOf(mail);
        try (var connection = database.getConnection();
                var copy = connection.prepareStatement(COPY)) {
            copy.setObject(1, survivor);
            copy.executeUpdate();
        }

        // The event's own transaction takes no more than it can hold for a moment.
        QuarkusTransaction.requiringNew().run(() -> {
            intake.take(arrived(erased(survivor)));
            assertThat(remembered(survivor)).isEqualTo(601 - 500);
        });
        erasure.eraseTheRest();

        assertThat(remembered(survivor)).isZero();
    }

    private long remembered(UUID customer) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(REMEMBERED)) {
            select.setObject(1, customer);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasOnItsWayWhenItsCustomerWasErasedIsErasedToo() {
        var mail = mailAbout(survivor, UUID.randomUUID());
        intake.take(arrived(erased(survivor)));
        var id = ticketOf(mail);

        erasure.eraseTheLate();

        ticket(id).body("subject", equalTo("[erased]")).body("conversation.items[0].text", equalTo("[erased]"));
        erasure.eraseTheLate();
        ticket(id).body("revision", equalTo(2));
    }
}
