package io.carryon.profile.recognition.answer;

import static io.carryon.profile.line.Contacts.entry;
import static io.carryon.profile.line.Contacts.mail;
import static io.carryon.profile.line.Contacts.thread;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.profile.documents.Change;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A contact that may be about an earlier issue, and what customer and staff say about it. */
@QuarkusTest
class AnswerLinkComponentTest extends AnswersOnTheLine {

    @Test
    void aContactThatWasAskedAboutMovesWithTheAnswerAndBackWithItsUndo() {
        var router = issue(mail(first, from, "Router"));
        var asked = mail(second, from, "Still nothing");
        var own = issue(asked);
        ask(second, router);

        post(second, "", "agent", "{\"same\":true}")
                .statusCode(200)
                .body("state", equalTo("AGENT_CONFIRMED"))
                .body("fromIssueId", equalTo(own))
                .body("issueId", equalTo(router))
                .body("by", equalTo("staff"));

        var event = linked(second, "AGENT_CONFIRMED");
        assertThat(event.get("fromIssueId").asText()).isEqualTo(own);
        assertThat(event.get("toIssueId").asText()).isEqualTo(router);
        get("/v1/issues/" + router)
                .body("contactCount", equalTo(2))
                .body("contacts.contactId", contains(second.toString(), first.toString()));
        get("/v1/issues/" + own).body("contactCount", equalTo(0));
        var customer = event.get("customerId").asText();
        get("/v1/customers/" + customer + "/timeline").body("items[0].issueId", equalTo(router));
        get("/v1/customers/" + customer + "/issues").body("items.issueId", contains(router));
        get("/v1/contacts/" + second).body("link.state", equalTo("AGENT_CONFIRMED"));

        var further = recognize(entry(asked, UUID.randomUUID(), 1));
        assertThat(further.at("/issue/id").asText()).isEqualTo(router);
        assertThat(further.at("/issue/decision").asText()).isEqualTo("LINK");
        assertThat(further.at("/issue/evidence/0/kind").asText()).isEqualTo("confirmed");
        assertThat(further.has("question")).isFalse();

        post(second, "/undo", "supervisor", "").statusCode(200).body("state", equalTo("ASKED"));

        assertThat(linked(second, "ASKED").get("toIssueId").asText()).isEqualTo(own);
        get("/v1/issues/" + router).body("contactCount", equalTo(1));
        get("/v1/issues/" + own).body("contactCount", equalTo(1));
        get("/v1/customers/" + customer + "/timeline").body("items[0].issueId", equalTo(own));
        assertThat(issue(entry(asked, UUID.randomUUID(), 2))).isEqualTo(own);
    }

    @Test
    void aLinkThatTheCustomerRejectsBecomesAnIssueOfItsOwnThatAnswersToItFollow() {
        var router = issue(mail(first, from, "Router"));
        var answer = mail(second, from, "Re: Router");
        thread(answer).put("repliedIssueId", router).put("messageId", "<" + second + "@example.com>");
        assertThat(issue(answer)).isEqualTo(router);

        customerSays(second, false);

        var own = linked(second, "REJECTED").get("toIssueId").asText();
        assertThat(own).isNotEqualTo(router);
        get("/v1/issues/" + router).body("contactCount", equalTo(1));
        get("/v1/issues/" + own).body("contactCount", equalTo(1));
        var next = mail(UUID.randomUUID(), from, "Re: Router");
        thread(next).withArray("inReplyTo").add("<" + second + "@example.com>");
        assertThat(issue(next)).isEqualTo(own);
    }

    @Test
    void aYesThatLeavesOpenWhichIssueIsMeantIsShownToStaffWhoPick() {
        var router = issue(mail(first, from, "Router"));
        var invoice = issue(mail(UUID.randomUUID(), from, "Invoice"));
        var asked = mail(second, from, "Still nothing");
        var own = issue(asked);
        askInGeneral(second, List.of(invoice, router));

        customerSays(second, true);

        var event = linked(second, "ASKED");
        assertThat(event.get("customerSays").asText()).isEqualTo("same");
        assertThat(event.get("toIssueId").asText()).isEqualTo(own);
        assertThat(event.at("/by/kind").asText()).isEqualTo("customer");
        get("/v1/contacts/" + second)
                .body("link.customerSays", equalTo("same"))
                .body("link.state", equalTo("ASKED"))
                .body("link.issueId", equalTo(own))
                .body("recognized.issue.candidates.issueId", contains(invoice, router));
        assertThat(recognize(entry(asked, UUID.randomUUID(), 1))
                        .at("/issue/customerSays")
                        .asText())
                .isEqualTo("same");
        post(second, "", "agent", "{\"same\":true,\"issueId\":\"" + router + "\"}")
                .statusCode(200)
                .body("issueId", equalTo(router))
                .body("customerSays", equalTo("same"));
    }

    @Test
    void aYesOfACallerNotProvedToBeTheCustomerLinksTheOnlyIssueItCanBe() {
        var router = issue(mail(first, from, "Router"));
        var own = issue(mail(second, from, "Still nothing"));
        askInGeneral(second, List.of(router));

        customerSays(second, true);

        assertThat(linked(second, "CUSTOMER_CONFIRMED").get("toIssueId").asText())
                .isEqualTo(router);
        post(second, "/undo", "agent", "").statusCode(200).body("issueId", equalTo(own));
    }

    @Test
    void staffHaveTheLastWord() {
        var router = issue(mail(first, from, "Router"));
        var own = issue(mail(second, from, "Still nothing"));
        ask(second, router);
        customerSays(second, false);
        linked(second, "REJECTED");

        post(second, "", "agent", "{\"same\":true,\"issueId\":\"" + router + "\"}")
                .statusCode(200)
                .body("state", equalTo("AGENT_CONFIRMED"));
        post(second, "", "service", "{\"same\":false}").statusCode(409).body("type", endsWith("answered-by-staff"));
        get("/v1/contacts/" + second).body("link.issueId", equalTo(router));
        post(second, "", "agent", "{\"same\":false}").statusCode(200).body("issueId", equalTo(own));
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        var router = issue(mail(first, from, "Router"));
        issue(mail(second, from, "Still nothing"));
        ask(second, router);
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(token("service"))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"same\":true}")
                    .post("/v1/contacts/" + second + "/link")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CUSTOMER_CONFIRMED"))
                    .body("by", equalTo("customer"));
        }
        get("/v1/issues/" + router).body("contactCount", equalTo(2));
    }

    @Test
    void whatWasSaidIsListedAndExportedForTraining() {
        var router = issue(mail(first, from, "Router"));
        issue(mail(second, from, "Still nothing"));
        ask(second, router);
        post(second, "", "agent", "{\"same\":true}").statusCode(200);

        get("/v1/recognition/confirmed-links?limit=500").body("items.contactId", hasItem(second.toString()));
        var example = given().auth()
                .oauth2(token("admin"))
                .get("/v1/recognition/training-examples?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(text -> text.contains("\"id\":\"" + second))
                .findFirst()
                .orElseThrow();
        assertThat(example)
                .contains("\"label\":{\"ticket\":\"T1\",\"state\":\"AGENT_CONFIRMED\"}", "My router drops the line.");

        post(second, "/undo", "agent", "").statusCode(200);
        assertThat(get("/v1/recognition/confirmed-links?limit=500").extract().asString())
                .doesNotContain(second.toString());
    }

    @Test
    void answersThatCannotBeAppliedSayWhy() {
        var foreign = recognize(mail(UUID.randomUUID(), someone(), "Foreign"))
                .at("/issue/id")
                .asText();
        issue(mail(second, from, "Router"));

        post(UUID.randomUUID(), "", "agent", "{\"same\":true}").statusCode(404);
        post(second, "", "agent", "{\"same\":true,\"issueId\":\"" + foreign + "\"}")
                .statusCode(422)
                .body("type", endsWith("issue-of-another"));
        post(second, "", "agent", "{\"same\":true}").statusCode(422).body("type", endsWith("link-unclear"));
        post(second, "", "agent", "{}").statusCode(400).body("errors[0].pointer", equalTo("/same"));
        post(second, "/undo", "service", "").statusCode(403);
        documents.apply(List.of(Change.of("contact:" + second).set("contact.at", "2025-11-20T09:00:00Z")));
        post(second, "", "agent", "{\"same\":false}").statusCode(409).body("type", endsWith("contact-too-old"));
    }
}
