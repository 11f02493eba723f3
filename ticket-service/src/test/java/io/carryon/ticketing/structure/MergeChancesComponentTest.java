package io.carryon.ticketing.structure;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Merges, undone merges and mails by chance, against a model that fits on a page. */
@QuarkusTest
class MergeChancesComponentTest {

    private static final int TICKETS = 5;
    private static final int STEPS = 40;

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private final UUID customer = UUID.randomUUID();
    private final List<ObjectNode> mails = new ArrayList<>();
    private final List<String> tickets = new ArrayList<>();
    /** What was said on each ticket itself, and where each merged one is. */
    private final Map<String, Set<String>> said = new HashMap<>();

    private final Map<String, String> into = new HashMap<>();

    @Test
    void whateverIsMergedAndTakenBackEveryWordIsSeenOnceWhereItsTicketIsWorkedOn() {
        for (var at = 0; at < TICKETS; at++) {
            var mail = mailAbout(customer, UUID.randomUUID());
            var id = ticketOf(mail);
            mails.add(mail);
            tickets.add(id);
            said.put(id, new HashSet<>(Set.of(contactOf(mail))));
        }

        for (var step = 0; step < STEPS; step++) {
            var one = any();
            switch (chance.nextInt(3)) {
                case 0 -> merge(one, any());
                case 1 -> unmerge(one);
                default -> write(one);
            }
        }

        tickets.forEach(this::isAsTheModelHasIt);
    }

    private void merge(String one, String other) {
        var expected = one.equals(other) || into.containsKey(one) || into.containsKey(other) ? 409 : 200;
        var again = other.equals(into.get(one)) && !one.equals(other);
        var status = agent().header("If-Match", etag(one))
                .body("{\"into\":\"%s\"}".formatted(other))
                .put("/v1/tickets/" + one + "/merge")
                .statusCode();
        assertThat(status).as("merging, seed %d", seed).isEqualTo(again ? 200 : expected);
        if (status == 200) {
            into.put(one, other);
        }
    }

    private void unmerge(String one) {
        var status = agent().header("If-Match", etag(one))
                .delete("/v1/tickets/" + one + "/merge")
                .statusCode();
        assertThat(status).as("taking back, seed %d", seed).isEqualTo(into.containsKey(one) ? 200 : 409);
        into.remove(one);
    }

    private void write(String one) {
        var issue =
                UUID.fromString(mails.get(tickets.indexOf(one)).at("/issue/id").textValue());
        var mail = mailAbout(customer, issue);
        var there = survivor(one);
        assertThat(ticketOf(mail)).as("where mail goes, seed %d", seed).isEqualTo(there);
        said.get(there).add(contactOf(mail));
    }

    private void isAsTheModelHasIt(String id) {
        var parts = new HashSet<String>();
        tickets.stream().filter(other -> isPart(other, id)).forEach(other -> parts.addAll(said.get(other)));
        List<String> shown = agent().get("/v1/tickets/" + id + "/entries?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.contactId");
        assertThat(shown).as("what %s shows, seed %d", id, seed).containsExactlyInAnyOrderElementsOf(parts);
        var now = ticket(id).extract();
        assertThat(now.<String>path("status").equals("CLOSED")).isEqualTo(into.containsKey(id));
        List<Integer> revisions = agent().get("/v1/tickets/" + id + "/events?limit=100")
                .then()
                .extract()
                .path("items.revision");
        assertThat(revisions).as("audit, seed %d", seed).hasSize(now.<Integer>path("revision"));
    }

    private boolean isPart(String one, String of) {
        return one.equals(of) || (into.containsKey(one) && isPart(into.get(one), of));
    }

    private String survivor(String one) {
        return into.containsKey(one) ? survivor(into.get(one)) : one;
    }

    private String any() {
        return tickets.get(chance.nextInt(tickets.size()));
    }

    private static String contactOf(ObjectNode mail) {
        return mail.at("/contact/contactId").textValue();
    }
}
