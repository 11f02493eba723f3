package io.carryon.ticketing.search;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WordSearchComponentTest {

    private static final List<String> PIECES = List.of(
            "\"",
            "-",
            ":",
            "*",
            " ",
            "\t",
            "status",
            "invoice",
            "é",
            "ß",
            "４７",
            "日本",
            "a:b",
            "..",
            ">",
            "🙂",
            "\\",
            "'",
            "''",
            "&",
            "|",
            "!",
            "(",
            ")",
            "<->",
            "%",
            "_",
            "@u1",
            "4711-0815",
            "\n",
            "http://x.y/z?a=b&c=d",
            "<b>",
            "&amp;",
            "a.b@c.de",
            "1e5",
            "-3.5",
            "İ",
            "ﬁ",
            "\u0301",
            "x".repeat(3_000),
            "1.2.3.4",
            "ł",
            "/path/to",
            "ﷺ",
            "\u200b",
            "½");

    private final UUID customer = UUID.randomUUID();
    private final DataSource database;

    WordSearchComponentTest(DataSource database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The invoices of both parties are wrong, and I was charged twice. | invoice party charges
            Ich habe die Rechnungen für die Verträge in München nicht erhalten. | rechnung vertrag munchen
            Ich habe die Rechnung von Herrn Müller nicht bekommen. | Mueller Rechnungen
            Je n'ai pas reçu les remboursements de ma réclamation. | remboursement reclamations
            No he recibido las devoluciones de mi último pedido. | devolucion pedidos ultimo
            Non ho ricevuto il rimborso delle fatture. | rimborsi fattura
            Nie dostałem jeszcze faktury i proszę o zwrot pieniędzy. | faktura zwrotu
            Negavau sąskaitos už paskutinį mėnesį ir laukiu atsakymo. | saskaita menesio
            The order 4711-0815 has not arrived. | 4711-0815
            The order 4711-0815 has not arrived. | 47110815
            The order 4711-0815 has not arrived. | "4711 0815"
            Write to ana.pop@example.com please. | ana.pop@example.com
            Write to ana.pop@example.com please. | ana.pop
            The thing is broken since Tuesday. | brok*
            The thing is broken since Tuesday. | tuesd
            The thing is broken since Tuesday. | "BROKEN SINCE tuesday" -wednesday
            """)
    void wordsAreFoundInTheirFormsWithAndWithoutAccents(String said, String typed) {
        var id = ticketOf(mail(said));
        ticketOf(mail("Something else altogether."));

        assertThat(found(typed)).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"\"since broken\"", "broken -tuesday", "wednesday", "brok", "-thing"})
    void whatIsNotSaidIsNotFound(String typed) {
        ticketOf(mail("The thing is broken since Tuesday."));

        assertThat(found(typed + " ")).isEmpty();
    }

    @Test
    void allThatIsSaidIsFoundAtOnceAndWhoSaysItAndTheNumber() {
        var id = ticketOf(mail("Where is my parcel?"));
        reply(id, "It leaves our warehouse tomorrow.").statusCode(201);
        assertThat(found("parcel warehouse")).containsExactly(id);

        withKey()
                .body("{\"text\":\"Angry, call him\"}")
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(201);
        assertThat(found("angry parcel")).containsExactly(id);
        assertThat(found("weber maria may")).containsExactly(id);
        assertThat(found(ticket(id).extract().<String>path("number"))).containsExactly(id);
    }

    @Test
    void wordsGoWithTheContactThatMovesAndWithTheErasedCustomer() throws SQLException {
        var first = mail("The zeppelin is late.");
        var second = mail("The submarine leaks.");
        var one = ticketOf(first);
        var other = ticketOf(second);
        assertThat(found("submarine")).containsExactly(other);

        publish("contact.linked", """
                {"actId":"%s","contactId":"%s","customerId":"%s","memberId":"%3$s","fromIssueId":"%s","toIssueId":"%s",
                 "state":"AGENT_CONFIRMED","at":"%s","by":{"kind":"staff","name":"Ada"}}""".formatted(
                        UUID.randomUUID(),
                        second.at("/contact/contactId").textValue(),
                        customer,
                        second.at("/issue/id").textValue(),
                        first.at("/issue/id").textValue(),
                        Instant.now()));
        await().atMost(Duration.ofSeconds(20)).until(() -> found("submarine").equals(List.of(one)));
        assertThat(found("submarine zeppelin")).containsExactly(one);

        publish("customer.changed", """
                {"actId":"%s","revision":0,"change":"erased","customerId":"%s","survivorId":"%2$s","members":[],"freed":[],
                 "moved":[],"contacts":[],"part":1,"at":"%s","by":{"kind":"staff","name":"Ada"}}""".formatted(UUID.randomUUID(), customer, Instant.now()));
        await().atMost(Duration.ofSeconds(20)).until(() -> found("zeppelin").isEmpty());
        assertThat(found("weber")).isEmpty();
        assertThat(wordsOf(one)).doesNotContain("zeppelin", "submarine", "weber", "maria");
    }

    @Test
    void aSearchIsReadPageByPageWithoutGapsOrRepeatsWhileTicketsChange() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            created.add(ticketOf(mail("A quokka, number " + i)));
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = agent().queryParam("q", "quokka")
                    .queryParam("customerId", customer)
                    .queryParam("sort", "opened")
                    .queryParam("limit", 2)
                    .queryParam("cursor", next == null ? List.of() : List.of(next))
                    .get("/v1/tickets")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            next = page.path("next");
            reply(created.getFirst(), "Seen.").statusCode(201);
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(created.reversed());
    }

    @Test
    void fieldsNarrowTheSearchAndTheTotalIsTold() {
        var id = ticketOf(mail("An axolotl."));
        ticketOf(mail("An axolotl."));
        status(id, "ON_HOLD").statusCode(200);

        assertThat(found("axolotl status:on-hold,new")).hasSize(2);
        assertThat(found("axolotl status:on-hold queue:support owner:none channel:email created:>2020-01-01"))
                .containsExactly(id);
        assertThat(found("axolotl -status:new updated:>=2020-01-01 subject:\"oice of m\""))
                .containsExactly(id);
        assertThat(found("status:on_hold customer:" + customer)).containsExactly(id);
        assertThat(found("axolotl created:<2020-01-01")).isEmpty();
        agent().queryParam("q", "axolotl customer:" + customer)
                .queryParam("total", true)
                .queryParam("limit", 1)
                .get("/v1/tickets")
                .then()
                .body("total.exact", equalTo(2))
                .body("hasMore", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour:red          | colour
            http://example.com  | http
            status:asleep       | status must be one
            created:yesterday   | created must be a day
            customer:me         | customer must be a UUID
            priority:,          | priority must be one
            %%%                 | no word
            a b c d e f g h i j k l m n o p q r s t u | 20 parts
            """)
    void whatCannotBeUnderstoodIsNamed(String typed, String named) {
        agent().queryParam("q", typed)
                .get("/v1/tickets")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("q"))
                .body("errors[0].detail", allOf(containsString(named)));
    }

    /** Whatever somebody writes can be kept and looked for, and is found by itself. */
    @Test
    void everyTextIsFoundByItself() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select text from unnest(?::text[]) as text
                        where numnode(ticketing.word_query(text, true)) > 0
                          and not (ticketing.words_of(text) @@ ticketing.word_query(text, true)
                               and ticketing.words_of(text) @@ ticketing.phrase_query(text))""")) {
            var texts = new ArrayList<String>();
            for (var seed = 0L; seed < 1_000; seed++) {
                var random = new Random(seed);
                texts.add(random.ints(1 + random.nextInt(8), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining()));
            }
            select.setArray(1, connection.createArrayOf("text", texts.toArray()));
            var lost = select.executeQuery();
            assertThat(lost.next() ? lost.getString(1) : null).isNull();
        }
    }

    private ObjectNode mail(String said) {
        var mail = mailAbout(customer, UUID.randomUUID());
        ((ObjectNode) mail.get("contact")).put("text", said);
        return mail;
    }

    private void publish(String event, String data) {
        var json = Line.json(data);
        Line.open().publish(event, json.get("actId").textValue(), customer.toString(), json);
    }

    private List<String> found(String typed) {
        return agent().queryParam("q", typed)
                .queryParam("customerId", customer)
                .get("/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private String wordsOf(String ticketId) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select words::text from ticketing.ticket_search where ticket_id = ?::uuid")) {
            select.setString(1, ticketId);
            var row = select.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}
