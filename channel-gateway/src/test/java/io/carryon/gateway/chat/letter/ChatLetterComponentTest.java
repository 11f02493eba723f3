package io.carryon.gateway.chat.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.email.SupportMailbox;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Replies;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor does not read in the chat goes on by e-mail. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatLetterComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ChatLetterRound round;

    @Inject
    Sql sql;

    @ConfigProperty(name = "carryon.mail.address")
    String supportAddress;

    private final String address = "visitor-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    private final UUID ticket = UUID.randomUUID();

    @Test
    void answersThatAreNotReadGoByMailTogetherAndOnce() throws Exception {
        var session = opened();
        var first = answered(session, "Your refund is on its way.");
        var second = answered(session, "It takes three days.");

        round.sendOwedBefore(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(SupportMailbox.mailsTo(address)).isEmpty();
        letterRoundsUntilAMail();
        round.sendOwedBefore(Instant.now());

        var mails = SupportMailbox.mailsTo(address);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst())
                .containsSubsequence("Ihren Chat mit uns.", "Your refund is on its way.", "It takes three days.")
                .contains("[#1004273]", "Message-ID: <" + second);
        assertThat(states()).containsExactlyInAnyOrder("SENT", "SENT");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void whatWasReadIsNotMailed() throws Exception {
        var session = opened();
        answered(session, "Your refund is on its way.");
        try (var browser = TestBrowser.connect(socket)) {
            browser.sendText("{\"t\":\"hello\",\"resume\":{\"sessionId\":\"%s\",\"token\":\"%s\",\"lastSeq\":0}}"
                    .formatted(session.getString("sessionId"), session.getString("sessionToken")));
            browser.next("welcome");
            var seq = browser.next("msg.new").get("seq").asInt();
            browser.sendText("{\"t\":\"read\",\"upToSeq\":" + seq + "}");
            await().atMost(PATIENCE).until(this::states, equalTo(List.of("DELIVERED")));
        }

        round.sendOwedBefore(Instant.now());

        assertThat(states()).containsExactly("DELIVERED");
        assertThat(SupportMailbox.mailsTo(address)).isEmpty();
    }

    @Test
    void whoHasLeftTheChatIsAnsweredByMailAtOnce() throws Exception {
        var session = opened();
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", session.getString("sessionToken"));
            browser.next("welcome");
            browser.send("end");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
        answered(session, "Your refund is on its way.");

        round.sendOwedBefore(Instant.now().minus(Duration.ofMinutes(1)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SupportMailbox.mailsTo(address)).hasSize(1));
    }

    @Test
    void whoLeftWithoutAnAddressCannotBeAnsweredAndStaffAreTold() {
        var session = Site.open(Portal.key(), "{\"visitor\":{\"name\":\"Marta\"}}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", session.getString("sessionToken"));
            browser.next("welcome");
            browser.send("end");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
        request(session, "Your refund is on its way.");

        await().atMost(PATIENCE).until(this::states, equalTo(List.of("FAILED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "+t1@"})
    void whoNamesOneOfOurMailboxesIsAnsweredInTheChatAlone(String at) throws Exception {
        var session = opened(supportAddress.replace("@", at));
        answered(session, "Your refund is on its way.");
        round.sendOwedBefore(Instant.now());
        assertThat(states()).containsExactly("SENT");

        try (var browser = TestBrowser.connect(socket)) {
            browser.send("hello", "token", session.getString("sessionToken"));
            browser.next("welcome");
            browser.send("end");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
        request(session, "It takes three days.");
        await().atMost(PATIENCE).until(this::states, equalTo(List.of("FAILED", "SENT")));
        round.sendOwedBefore(Instant.now());
        assertThat(states()).containsExactly("FAILED", "SENT");
        assertThat(sql.query(
                        "select 1 from chat_letter where session_id = ?::uuid",
                        row -> 1,
                        session.getString("sessionId")))
                .isEmpty();
    }

    private void letterRoundsUntilAMail() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            round.sendOwedBefore(Instant.now());
            assertThat(SupportMailbox.mailsTo(address)).isNotEmpty();
        });
    }

    private JsonPath opened() {
        return opened(address);
    }

    private static JsonPath opened(String address) {
        return Site.open(Portal.key(), """
                        {"visitor":{"name":"Marta","email":"%s"},"language":"de"}
                        """.formatted(address))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private UUID answered(JsonPath session, String text) {
        var before = states().size();
        var reply = request(session, text);
        await().atMost(PATIENCE)
                .until(() -> states().stream().filter("SENT"::equals).count(), equalTo(before + 1L));
        return reply;
    }

    private UUID request(JsonPath session, String text) {
        return Replies.askIn(ticket, Site.contactOf(session), "chat", text);
    }

    private List<String> states() {
        return Replies.statesOf(ticket);
    }
}
