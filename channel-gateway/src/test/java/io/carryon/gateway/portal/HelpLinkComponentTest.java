package io.carryon.gateway.portal;

import static io.carryon.gateway.portal.Requesters.contactOf;
import static io.carryon.gateway.portal.Requesters.opened;
import static io.carryon.gateway.portal.Requesters.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mailed link opens its own request, for whoever has it and for as long as it is good. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpLinkComponentTest {

    @Inject
    LinkBox mails;

    @Inject
    SignedLinks links;

    @Inject
    Sql sql;

    @Test
    void aStrangersRequestIsTakenAndItsLinkGoesToTheirMailAlone() {
        var address = someone();
        var browser = new HelpBrowser();
        var reference = browser.submit(address, "The invoice is wrong", "You charged twice.");

        var sent = browser.get("/help/sent/" + reference)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sent).contains(reference).doesNotContain("/help/l/");
        browser.get("/help/requests/" + reference).then().statusCode(404);
        var mail = mails.lastTo(address);
        assertThat(mail.mail().isProved()).isFalse();
        assertThat(mail.letter().text()).contains(reference).doesNotContain("The invoice is wrong");

        var reader = new HelpBrowser();
        reader.get(mail.path())
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/requests/" + reference))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", containsString("no-store"))
                .cookie(Visit.SESSION)
                .header("Set-Cookie", allOf(containsString("HttpOnly"), containsString("SameSite=Lax")));
        reader.get("/help/requests/" + reference)
                .then()
                .statusCode(200)
                .body(containsString("You charged twice."))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        assertThat(sql.first("select 1 from portal_link where token_sha256 = ?", row -> 1, token(mail.path())))
                .as("only the hash is kept")
                .isEmpty();
        reader.get("/help/requests").then().statusCode(303).header("Location", equalTo("/help/sign-in"));
    }

    @Test
    void aLinkEndsWhenItIsRevokedAndSomeTimeAfterTheRequestIsDone() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Subject", "Text");
        var contact = contactOf(reference);
        var path = mails.lastTo(address).path();
        var reader = new HelpBrowser();
        reader.get(path).then().statusCode(303);

        sql.update("update portal_request set closed_at = now() - interval '31 days' where contact_id = ?", contact);
        reader.get("/help/requests/" + reference).then().statusCode(404);
        new HelpBrowser().get(path).then().statusCode(404).body(containsString("human-button"));
        sql.update("update portal_request set closed_at = now() - interval '29 days' where contact_id = ?", contact);
        reader.get("/help/requests/" + reference).then().statusCode(200);

        assertThat(links.revoke(contact)).isEqualTo(1);
        reader.get("/help/requests/" + reference).then().statusCode(404);
        new HelpBrowser().get(path).then().statusCode(404);
        new HelpBrowser().get("/help/l/" + Secrets.token()).then().statusCode(404);
        new HelpBrowser().get("/help/l/nonsense").then().statusCode(404);
    }

    @Test
    void linksFollowTheRequesterToAnotherAddress() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Subject", "Text");
        var before = mails.lastTo(address).path();
        var another = someone();

        Portal.portal()
                .contentType("application/json")
                .body("{\"email\":\"" + another + "\"}")
                .put(Portal.REQUESTS + "/" + reference + "/link/address")
                .then()
                .statusCode(202)
                .body(equalTo(""));

        new HelpBrowser().get(before).then().statusCode(404);
        new HelpBrowser().get(mails.lastTo(another).path()).then().statusCode(303);
        Portal.portal()
                .delete(Portal.REQUESTS + "/" + reference + "/link")
                .then()
                .statusCode(204);
        new HelpBrowser().get(mails.lastTo(another).path()).then().statusCode(404);
        Portal.portal().post(Portal.REQUESTS + "/" + reference + "/link").then().statusCode(202);
        new HelpBrowser().get(mails.lastTo(another).path()).then().statusCode(303);
        Portal.portal()
                .contentType("application/json")
                .body("{\"email\":\"<script>\"}")
                .put(Portal.REQUESTS + "/" + reference + "/link/address")
                .then()
                .statusCode(400);
    }

    @Test
    void aLinkOpensItsOwnRequestAlone() {
        var reader = new HelpBrowser();
        opened(reader);
        var other = opened(new HelpBrowser());

        reader.get("/help/requests/" + other).then().statusCode(404);
        assertThat(reader.page("/help").select("form[action=/help/sign-out]")).isEmpty();
    }

    @Test
    void withoutScriptsTheMailedLinkMakesTheRequestOnce() {
        var address = someone();
        var browser = new HelpBrowser();
        browser.sendWithFile(
                        "/help/requests",
                        browser.form("/help/requests/new", "/help/requests"),
                        Map.of("email", address, "subject", "No scripts", "text", "I do without."),
                        "",
                        new byte[0])
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/sent"));
        assertThat(sql.first("select 1 from portal_request where subject = 'No scripts'", row -> 1))
                .isEmpty();

        var path = mails.lastTo(address).path();
        var reader = new HelpBrowser();
        var first = reader.send(path, reader.form(path, path), Map.of());
        first.then().statusCode(303).header("Location", startsWith("/help/requests/"));
        var reference = first.header("Location").substring("/help/requests/".length(), "/help/requests/".length() + 19);
        reader.get("/help/requests/" + reference).then().statusCode(200).body(containsString("I do without."));
        reader.get(path).then().statusCode(404);
        var entry = Line.entriesOf(contactOf(reference), 1).getFirst();
        assertThat(entry.at("/sender/handles/0/verification").asText()).isEqualTo("verified");
    }

    private static String token(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
