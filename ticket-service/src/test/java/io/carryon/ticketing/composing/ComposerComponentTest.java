package io.carryon.ticketing.composing;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.understanding.UnderstandingFixtures.propose;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.wording.Language;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ComposerComponentTest {

    @ParameterizedTest
    @EnumSource
    void aProposalIsInTheCustomersLanguageAndLacksOnlyWhatIsToBeFilledIn(Language language) {
        var mail = mail();
        ((ObjectNode) mail.get("card")).putObject("preferences").put("language", language.code() + "-XX");
        var id = ticketOf(mail);
        propose(id, "\"0\"", "4711 Rechnung invoice facture factura", "4712 copy", "REFUND")
                .statusCode(200);

        String text = compose(id, "")
                .body("language", equalTo(language.code()))
                .body("placeholders", equalTo(List.of("solution", "next-step")))
                .body("text", containsString("Maria Weber"))
                .body("text", containsString("4711 Rechnung"))
                .body("text", containsString("Name of agent-1"))
                .extract()
                .path("text");

        assertThat(text.lines().findFirst().orElseThrow()).contains("Maria Weber");
        assertThat(text.lines().toList().getLast())
                .contains(ticket(id).extract().<String>path("number"));
        lint(id, text).body("language", equalTo(language.code())).body("advice.rule", equalTo(List.of("placeholders")));
        lint(id, text.replace("{{solution}}", "4713").replace("{{next-step}}", "4714"))
                .body("advice", empty());
    }

    @Test
    void withoutAnUnderstandingTheCustomersOwnWordsAreRestatedInTheLanguageTheyWriteIn() {
        var mail = mail();
        ((ObjectNode) mail.get("contact"))
                .put("text", "Die Rechnung ist nicht richtig, bitte senden Sie mir {{eine}} neue.");

        compose(ticketOf(mail), "")
                .body("language", equalTo("de"))
                .body("text", containsString("Die Rechnung ist nicht richtig, bitte senden Sie mir { {eine}} neue."));
        compose(ticketOf(mail), "?language=fr").body("text", containsString("Bonjour Maria Weber"));
    }

    @Test
    void whatStaffPromisedStandsInTheProposal() {
        var id = ticketOf(mail());
        agent().header("If-Match", "*")
                .body("{\"nextStep\":\"Our accountants look at it.\",\"nextUpdateBy\":\"%s\"}"
                        .formatted(java.time.Instant.now().plusSeconds(86_400)))
                .put("/v1/tickets/" + id + "/next-step")
                .then()
                .statusCode(200);

        compose(id, "")
                .body("placeholders", equalTo(List.of("solution")))
                .body("text", containsString("Our accountants look at it."));
    }

    @Test
    void aFirstReplyIsOpenedWithTheQuestionWhereItDoesNotRestateIt() {
        var id = ticketOf(mail());
        var body = "{\"text\":\"We send a new one. What comes next: it is on its way.\",\"opening\":true}";

        withKey()
                .body(body)
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201)
                .body("text", startsWith("Dear Maria Weber,\n\n"))
                .body("text", containsString("The invoice is wrong."))
                .body("text", endsWith("\n\nWe send a new one. What comes next: it is on its way."))
                .body("advice.rule", not(hasItem("restatement")));
        withKey()
                .body(body)
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201)
                .body("text", startsWith("We send a new one."));
    }

    @Test
    void aReplyIsSentAndItsAnswerSaysWhatItLacks() {
        var id = ticketOf(mail());

        reply(id, "Corrected.")
                .statusCode(201)
                .body("advice.rule", equalTo(List.of("greeting", "restatement", "acknowledgement", "next-step")));
        reply(id, "I will send you a copy.").statusCode(201).body("advice", empty());
        ticket(id).body("conversation.items", hasSize(3));
    }

    @Test
    void aReplyWithAPlaceThatNobodyFilledInIsNotSent() {
        var id = ticketOf(mail());

        reply(id, "Dear {{customer-name}}, {{ solution }} {{customer-name}}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:placeholder-unresolved"))
                .body("detail", containsString("[customer-name, solution]"));
        ticket(id).body("revision", equalTo(1));
        reply(id, "Use {braces} and {{{{}}.").statusCode(201);
    }

    @Test
    void wrongQuestionsAreRefused() {
        var id = ticketOf(mail());

        compose(id, "?language=tlh", 400).body("errors[0].detail", containsString("en, de"));
        compose(UUID.randomUUID().toString(), "", 404);
        agent().body("{\"text\":\"\"}").post(path(id) + "/lint").then().statusCode(400);
        given().header("Authorization", Line.bearer("portal", "service"))
                .get(path(id))
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse compose(String id, String query) {
        return compose(id, query, 200);
    }

    private static ValidatableResponse compose(String id, String query, int status) {
        return agent().get(path(id) + query).then().statusCode(status);
    }

    private static ValidatableResponse lint(String id, String text) {
        return agent().body(Map.of("text", text))
                .post(path(id) + "/lint")
                .then()
                .statusCode(200);
    }

    private static String path(String id) {
        return "/v1/tickets/" + id + "/composer";
    }
}
