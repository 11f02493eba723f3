package io.carryon.gateway.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.HeldData;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ErasureComponentTest {

    private static final String NEWS = "{\"text\":\"Any news?\"}";

    @Inject
    Erasure erasure;

    @Inject
    Archive archive;

    @Inject
    IntakeLog log;

    @Inject
    Quarantine quarantine;

    @Inject
    Sql sql;

    @Test
    void anErasedRequestIsGoneWithItsOriginalsButWhatAnotherSaidInTheSameWordsStays() {
        var one = Portal.submitted(
                Portal.REQUEST.replace("Marta", UUID.randomUUID().toString()));
        var other = Portal.submitted(Portal.REQUEST);
        for (var request : List.of(one, other)) {
            Portal.write(request.getString("statusUrl") + "/messages", Portal.key(), NEWS)
                    .then()
                    .statusCode(201);
        }
        var contact = one.getUUID("contactId");
        var originals = HeldData.of(contact)
                .body("contacts[0].items.kind", hasItems("portal-request", "portal-message"))
                .body("contacts[0].items.data.text", hasItems("You charged twice.", "Any news?"))
                .body("contacts[0].items.original.size", hasItem(NEWS.length()))
                .extract()
                .jsonPath()
                .<String>getList("contacts[0].items.findAll { it.original }.original.sha256");

        Line.publish("customer.changed", contact, "no JSON at all");
        Line.publish("customer.changed", contact, Map.of("change", "erased", "contacts", List.of(contact)));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> Portal.status(one.getString("reference")).then().statusCode(404));
        HeldData.of(contact).body("contacts[0].items", hasSize(0));
        var shared = Original.of(NEWS.getBytes(StandardCharsets.UTF_8), "application/json")
                .sha256();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(originals)
                        .hasSize(2)
                        .allSatisfy(original ->
                                assertThat(archive.open(original).isPresent()).isEqualTo(original.equals(shared))));
        assertThat(Rows.of(sql, "intake_log where contact_id = ? and outcome = 'ACCEPTED'", contact))
                .isEqualTo(2);
        Portal.status(other.getString("reference")).then().body("messages[1].text", equalTo("Any news?"));

        erasure.erase(Set.of(other.getUUID("contactId"), contact));
        assertThat(Rows.of(sql, "portal_message where payload_hash = ?", shared))
                .isZero();
    }

    @Test
    void whatTheSameAddressNeverConfirmedGoesWithItsRequest() {
        var address = UUID.randomUUID() + "@example.com";
        var request = Portal.submitted(Portal.REQUEST.replace("marta@example.com", address));
        for (var email : List.of(address, "other-" + address)) {
            sql.update(
                    "insert into portal_draft (token_sha256, form, expires_at)"
                            + " values (?, jsonb_build_object('email', ?::text), ?)",
                    email,
                    email,
                    Instant.now().plusSeconds(600));
        }

        erasure.erase(Set.of(request.getUUID("contactId")));

        assertThat(Rows.of(sql, "portal_draft where token_sha256 = ?", address)).isZero();
        assertThat(Rows.of(sql, "portal_draft where token_sha256 = ?", "other-" + address))
                .isEqualTo(1);
    }

    @Test
    void anErasedMailLeavesArchiveAndQuarantineWithItsFilesUnlessAnotherMailHasThem() {
        var mine = archive.store(bytes("mail"), "message/rfc822");
        var file = archive.store(bytes("file"), "image/png");
        var logo = archive.store(bytes("logo"), "image/png");
        var contact = UUID.randomUUID();
        log.note(List.of(
                mail(contact, mine.sha256(), List.of(file.sha256(), logo.sha256())),
                mail(
                        UUID.randomUUID(),
                        archive.store(bytes("other"), "message/rfc822").sha256(),
                        List.of(logo.sha256()))));
        quarantine.hold("held-" + contact, Channel.EMAIL, "support@localhost", "from marta@example.com", mine);
        HeldData.of(contact).body("contacts[0].items.kind", hasItems("mail", "mail-file"));

        erasure.erase(Set.of(contact));

        assertThat(archive.open(mine.sha256())).isEmpty();
        assertThat(archive.open(file.sha256())).isEmpty();
        assertThat(archive.open(logo.sha256())).isPresent();
        assertThat(Rows.of(
                        sql,
                        "quarantine where delivery_key = ? and state = 'DISCARDED' and reason = 'erased'",
                        "held-" + contact))
                .isEqualTo(1);
        assertThat(log.knownEntries(Set.of(contact))).contains(contact);
    }

    @Test
    void aReplyThatWaitsForAnErasedContactIsNeverSent() {
        var contact = UUID.randomUUID();
        sql.update("""
                insert into reply_delivery (reply_id, ticket_id, issue_id, channel, state, payload, next_attempt_at,
                    contact_id)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'email', 'WAITING',
                    '{"to":{"value":"marta@example.com"}}', now() + interval '1 hour', ?)
                """, contact);
        HeldData.of(contact).body("contacts[0].items[0].data.toBeSent.to.value", equalTo("marta@example.com"));

        erasure.erase(Set.of(contact));

        assertThat(Rows.of(
                        sql,
                        "reply_delivery where state = 'FAILED' and reason = ? and payload is null",
                        "The customer was erased"))
                .isPositive();
        HeldData.of(contact).body("contacts[0].items", hasSize(0));
    }

    @Test
    void onlyServicesAndAdministratorsMayAsk() {
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .body("{\"contactIds\":[]}")
                .post("/v1/privacy/contacts")
                .then()
                .statusCode(403);
    }

    private static IntakeLog.Arrival mail(UUID contact, String original, List<String> files) {
        return new IntakeLog.Arrival(
                "mail-" + contact,
                contact,
                contact,
                Channel.EMAIL,
                "support@localhost",
                IntakeLog.Outcome.ACCEPTED,
                null,
                "<" + contact + "@example.com>",
                original,
                files);
    }

    private static byte[] bytes(String what) {
        return (what + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }
}
