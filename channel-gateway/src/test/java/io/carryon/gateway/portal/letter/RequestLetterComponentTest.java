package io.carryon.gateway.portal.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.email.SupportMailbox;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Replies;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whoever does not see the answer in the request gets it by mail. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class RequestLetterComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("/help/l/[A-Za-z0-9_-]{22}");

    @Inject
    RequestLetterRound round;

    @Inject
    Sql sql;

    @ConfigProperty(name = "carryon.mail.address")
    String supportAddress;

    private final String address = "marta-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    private final UUID ticket = UUID.randomUUID();

    @Test
    void theAnswerGoesAtOnceInTheirLanguageWithALinkToTheRequest() throws Exception {
        var request = requested();
        var reply = answered(request, "A credit note is on its way.");

        var mail = mailed();
        round.sendDue(later());

        assertThat(SupportMailbox.mailsTo(address)).hasSize(1);
        assertThat(mail)
                .contains("[#1004273]", "Message-ID: <" + reply)
                .containsSubsequence(
                        "Hier ist unsere Antwort auf Ihre Anfrage",
                        request.getString("reference"),
                        "A credit note is on its way.",
                        "Anna Weber");
        assertThat(states()).containsExactly("SENT");
        var browser = new CookieFilter();
        opened(browser, mail);
        shown(browser, request, "A credit note is on its way.");
        assertThat(states()).containsExactly("DELIVERED");
    }

    @Test
    void whoMayHaveItOpenIsGivenTimeAndWhatTheySeeIsNotMailed() throws Exception {
        var request = requested();
        answered(request, "Let me look.");
        var browser = new CookieFilter();
        opened(browser, mailed());
        shown(browser, request, "Let me look.");

        answered(request, "A credit note is on its way.");
        round.sendDue(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(SupportMailbox.mailsTo(address)).hasSize(1);
        shown(browser, request, "A credit note is on its way.");
        round.sendDue(later());
        assertThat(states()).containsExactly("DELIVERED", "DELIVERED");
        assertThat(SupportMailbox.mailsTo(address)).hasSize(1);

        answered(request, "Anything else?");
        await().atMost(PATIENCE).untilAsserted(() -> {
            round.sendDue(later());
            assertThat(SupportMailbox.mailsTo(address)).hasSize(2);
        });
        assertThat(SupportMailbox.mailsTo(address).getLast())
                .contains("Anything else?")
                .doesNotContain("A credit note is on its way.");
    }

    @Test
    void whereTheLinksWereRevokedTheMailNamesTheFrontPage() throws Exception {
        var request = requested();
        var link = Portal.REQUESTS + "/" + request.getString("reference") + "/link";
        Portal.portal().post(link).then().statusCode(202);
        Portal.portal().delete(link).then().statusCode(204);

        answered(request, "A credit note is on its way.");

        assertThat(mailed()).contains("/help").doesNotContain("/help/l/");
    }

    @Test
    void withoutAnAddressTheAnswerStandsInTheRequestAlone() {
        var request = submitted("{\"account\":\"cust-1\",\"verified\":true}");
        answered(request, "A credit note is on its way.");

        assertThat(kept(request)).isZero();
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void toOneOfOurOwnMailboxesNothingIsWritten() {
        var request = submitted("{\"name\":\"Marta\",\"email\":\"%s\"}".formatted(supportAddress));
        answered(request, "A credit note is on its way.");

        assertThat(kept(request)).isZero();
        round.sendDue(later());
        assertThat(states()).containsExactly("SENT");
    }

    private JsonPath requested() {
        return submitted("{\"name\":\"Marta\",\"email\":\"" + address + "\"}");
    }

    private static JsonPath submitted(String requester) {
        return Portal.submitted("""
                {"requester":%s,"subject":"The invoice is wrong","text":"You charged twice.","language":"de-CH"}
                """.formatted(requester));
    }

    private UUID answered(JsonPath request, String text) {
        var before = decided();
        var reply = Replies.askIn(ticket, request.getUUID("contactId"), "portal", text);
        await().atMost(PATIENCE).until(this::decided, equalTo(before + 1));
        return reply;
    }

    /** The first mail with an answer. */
    private String mailed() {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            round.sendDue(Instant.now());
                            return SupportMailbox.mailsTo(address);
                        },
                        mails -> !mails.isEmpty())
                .getFirst();
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofMinutes(3));
    }

    private static void opened(CookieFilter browser, String mail) {
        var link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        given().filter(browser)
                .redirects()
                .follow(false)
                .get(link.group())
                .then()
                .statusCode(303);
    }

    private static void shown(CookieFilter browser, JsonPath request, String text) {
        given().filter(browser)
                .get("/help/requests/" + request.getString("reference"))
                .then()
                .statusCode(200)
                .body(containsString(text));
    }

    private int kept(JsonPath request) {
        return sql.query("select 1 from portal_letter where contact_id = ?", row -> 1, request.getUUID("contactId"))
                .size();
    }

    private long decided() {
        return states().stream()
                .filter(state -> state.equals("SENT") || state.equals("DELIVERED"))
                .count();
    }

    private List<String> states() {
        return Replies.statesOf(ticket);
    }
}
