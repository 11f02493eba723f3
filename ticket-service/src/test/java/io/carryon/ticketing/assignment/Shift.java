package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.assignment.Claims.claim;
import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.intake.Intaking;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** A shift of three agents on which anything may happen next, by a seed. */
final class Shift {

    private static final List<String> QUEUES = List.of("support", "technical");
    private static final List<String> STATUSES = List.of("OPEN", "WAITING_FOR_CUSTOMER", "RESOLVED");

    private final Random chance;
    private final Intaking intake;
    private final Runnable sweeps;
    private final Function<UUID, String> ticketWith;
    private final List<String> agents = new ArrayList<>();
    private final List<ObjectNode> contacts = new ArrayList<>();
    private final List<String> tickets = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();
    private final String team = "t-" + UUID.randomUUID();

    Shift(long seed, Intaking intake, Function<UUID, String> ticketWith, Runnable sweeps) {
        this.chance = new Random(seed);
        this.intake = intake;
        this.ticketWith = ticketWith;
        this.sweeps = sweeps;
        for (var name : List.of("ann", "ben", "cid")) {
            agents.add(name + "-" + UUID.randomUUID());
        }
        agents.forEach(id -> serves(id, "available", "support", "technical"));
        supervisor()
                .body("{\"members\":[\"%s\"],\"queues\":[\"support\"]}".formatted(String.join("\",\"", agents)))
                .put("/v1/teams/" + team)
                .then()
                .statusCode(200);
        arrives();
    }

    List<String> tickets() {
        return tickets;
    }

    /** What has happened up to now. */
    List<String> acts() {
        return acts;
    }

    /** One thing happens; nothing that is refused may be the service's fault. */
    void next() {
        var dice = chance.nextInt(100);
        if (dice < 18) {
            arrives();
        } else if (dice < 26) {
            comesBack();
        } else if (dice < 46) {
            var agent = any(agents);
            said("claim by " + agent, claim(agent).extract().response());
        } else if (dice < 58) {
            offer();
        } else if (dice < 72) {
            settle();
        } else if (dice < 82) {
            assign();
        } else if (dice < 90) {
            var status = any(STATUSES);
            put(
                    "status " + status,
                    as(any(agents)),
                    "/v1/tickets/" + any(tickets) + "/status",
                    "{\"status\":\"%s\"}".formatted(status));
        } else if (dice < 96) {
            presence();
        } else {
            var mode = any(List.of("pull", "push"));
            var path = "/v1/queues/support/routing";
            put(mode, admin(), path, "{\"mode\":\"%s\",\"skills\":[]}".formatted(mode));
        }
        sweeps.run();
    }

    private void arrives() {
        take(mailAbout(UUID.randomUUID(), UUID.randomUUID()));
    }

    private void comesBack() {
        var before = any(contacts);
        take(mailAbout(
                UUID.fromString(before.at("/customer/id").textValue()),
                UUID.fromString(before.at("/issue/id").textValue())));
    }

    private void take(ObjectNode contact) {
        intake.take(contact);
        contacts.add(contact);
        var ticket = ticketWith.apply(
                UUID.fromString(contact.at("/contact/contactId").textValue()));
        if (!tickets.contains(ticket)) {
            tickets.add(ticket);
        }
        acts.add("contact on " + ticket);
    }

    private void offer() {
        var to = any(List.of("agent", "team", "queue"));
        var name = switch (to) {
            case "agent" -> any(agents);
            case "team" -> team;
            default -> any(QUEUES);
        };
        var ticket = any(tickets);
        said(
                "offer %s to %s".formatted(ticket, name),
                staff().header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{\"to\":{\"kind\":\"%s\",\"name\":\"%s\"},\"note\":\"Yours.\"}".formatted(to, name))
                        .post("/v1/tickets/" + ticket + "/handovers"));
    }

    private void settle() {
        var agent = any(agents);
        List<String> ids = as(agent).get("/v1/handovers").path("items.id");
        List<String> of = as(agent).get("/v1/handovers").path("items.ticketId");
        if (!ids.isEmpty()) {
            var state = any(List.of("ACCEPTED", "ACCEPTED", "DECLINED", "WITHDRAWN"));
            put(
                    state,
                    as(agent),
                    "/v1/tickets/%s/handovers/%s/state".formatted(of.getFirst(), ids.getFirst()),
                    "{\"state\":\"%s\",\"reason\":\"So it is.\"}".formatted(state));
        }
    }

    private void assign() {
        var owner = any(List.of("\"me\"", "null", "\"" + any(agents) + "\""));
        put(
                "assign to " + owner,
                as(any(agents)),
                "/v1/tickets/" + any(tickets) + "/owner",
                "{\"owner\":%s,\"queue\":\"%s\"}".formatted(owner, any(QUEUES)));
    }

    private void presence() {
        var agent = any(agents);
        var until = Instant.now().plus(1, ChronoUnit.DAYS);
        switch (chance.nextInt(4)) {
            case 0 -> serves(agent, "away", "support");
            case 1 -> serves(agent, "available", "support", "technical");
            case 2 -> said("back " + agent, as(agent).delete("/v1/agents/me/absence"));
            default ->
                put(
                        "absent " + agent,
                        as(agent),
                        "/v1/agents/me/absence",
                        "{\"from\":\"%s\",\"until\":\"%s\",\"substitute\":\"%s\"}"
                                .formatted(until.minus(2, ChronoUnit.DAYS), until, any(agents)));
        }
    }

    private void put(String act, RequestSpecification by, String path, String body) {
        said(act, by.header("If-Match", "*").body(body).put(path));
    }

    private void said(String act, Response answer) {
        acts.add(act + " -> " + answer.statusCode());
        if (answer.statusCode() >= 500) {
            throw new AssertionError(acts + answer.asString());
        }
    }

    private RequestSpecification staff() {
        return chance.nextInt(4) == 0 ? supervisor() : as(any(agents));
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
