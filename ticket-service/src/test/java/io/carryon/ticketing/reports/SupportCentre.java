package io.carryon.ticketing.reports;

import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.customers.CustomerFixtures;
import io.carryon.ticketing.customers.CustomerIntake;
import io.carryon.ticketing.intake.Intaking;
import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.linking.LinkAct;
import io.carryon.ticketing.linking.LinkIntake;
import io.carryon.ticketing.ticket.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A support centre where anything may happen next: contacts, answers, moves, merges and erasures, by a seed. */
final class SupportCentre {

    private final Intaking intake;
    private final LinkIntake links;
    private final CustomerIntake changes;
    private final Random chance;
    private final Instant begin;
    private final List<UUID> customers = new ArrayList<>();
    private final List<UUID> issues = new ArrayList<>();
    private final List<ObjectNode> contacts = new ArrayList<>();
    private long acts;

    SupportCentre(Intaking intake, LinkIntake links, CustomerIntake changes, long seed, Instant begin) {
        this.intake = intake;
        this.links = links;
        this.changes = changes;
        this.chance = new Random(seed);
        this.begin = begin;
        for (var i = 0; i < 3; i++) {
            customers.add(UUID.randomUUID());
        }
        for (var i = 0; i < 8; i++) {
            issues.add(UUID.randomUUID());
        }
        contact();
    }

    List<UUID> customers() {
        return customers;
    }

    void next() {
        var dice = chance.nextInt(100);
        if (dice < 40) {
            contact();
        } else if (dice < 48) {
            oneMoreMessage();
        } else if (dice < 68) {
            move();
        } else if (dice < 82) {
            staff().body("{\"text\":\"We look into it.\"}")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .post("/v1/tickets/" + aTicket() + "/replies");
        } else if (dice < 94) {
            status(aTicket(), any(List.of("RESOLVED", "RESOLVED", "OPEN", "CLOSED")));
        } else {
            changeOfCustomers(dice);
        }
    }

    /** Issues belong to customers by turns, so that most contacts name one of their own. */
    private void contact() {
        var at = chance.nextInt(issues.size());
        var owner = customers.get(at % customers.size());
        var customer = chance.nextInt(8) == 0 ? any(customers) : owner;
        var contact = chance.nextBoolean() ? mailAbout(customer, issues.get(at)) : call(customer, issues.get(at));
        ((ObjectNode) contact.get("contact"))
                .put(
                        "receivedAt",
                        begin.plus(chance.nextInt(60 * 24), ChronoUnit.HOURS).toString());
        if (chance.nextBoolean()) {
            ((ObjectNode) contact.get("issue")).put("topic", "billing");
        }
        contacts.add(contact);
        intake.take(contact);
    }

    private void oneMoreMessage() {
        var more = any(contacts).deepCopy();
        ((ObjectNode) more.get("contact"))
                .put("entryId", UUID.randomUUID().toString())
                .put("sequence", 1);
        intake.take(more);
    }

    private void move() {
        var contact = any(contacts);
        var act = new LinkAct(
                UUID.randomUUID().toString(),
                UUID.fromString(contact.at("/contact/contactId").textValue()),
                chance.nextInt(4) == 0 ? UUID.randomUUID() : any(issues),
                UUID.fromString(contact.at("/customer/id").textValue()),
                "AGENT_CONFIRMED",
                Actor.staff("Ada", "Ada"),
                Instant.EPOCH.plusSeconds(++acts),
                "path");
        QuarkusTransaction.requiringNew().run(() -> links.take(act));
    }

    private void changeOfCustomers(int dice) {
        var one = customers.get(0);
        var other = customers.get(1);
        changes.take(CustomerFixtures.arrived(
                dice < 96
                        ? CustomerFixtures.merged(++acts, other, one)
                        : dice < 98 ? CustomerFixtures.unmerged(++acts, other, one) : CustomerFixtures.erased(one)));
    }

    private String aTicket() {
        List<String> ids = staff().get("/v1/tickets?limit=100&customerId=" + any(customers))
                .path("items.id");
        return ids.isEmpty() ? UUID.randomUUID().toString() : any(ids);
    }

    private void status(String ticket, String status) {
        var etag = staff().get("/v1/tickets/" + ticket).header("ETag");
        if (etag != null) {
            staff().header("If-Match", etag).body(Desk.move(status)).put("/v1/tickets/" + ticket + "/status");
        }
    }

    private RequestSpecification staff() {
        return given().header("Authorization", Line.bearer(any(List.of("agent-1", "agent-2")), "agent"))
                .contentType("application/json");
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
