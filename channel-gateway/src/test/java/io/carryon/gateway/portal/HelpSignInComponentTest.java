package io.carryon.gateway.portal;

import static io.carryon.gateway.portal.Requesters.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OpenIdStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpSignInComponentTest {

    @Inject
    LinkBox mails;

    @Inject
    Sql sql;

    @Test
    void aMailedLinkSignsInOnceAndShowsTheCustomersOwnRequests() {
        var address = someone();
        var reference = new HelpBrowser().submit(address.toUpperCase(Locale.ROOT), "Mine", "Text");
        var browser = new HelpBrowser();
        var path = asked(browser, address);

        assertThat(browser.page(path).select("input[name=email]")).isEmpty();
        var hidden = browser.form(path, path);
        browser.send(path, hidden, Map.of()).then().statusCode(303).header("Location", equalTo("/help/requests"));

        assertThat(browser.page("/help/requests").select("a.request").eachAttr("href"))
                .containsExactly("/help/requests/" + reference);
        browser.get("/help/requests/" + reference).then().statusCode(200);
        browser.send(path, hidden, Map.of()).then().statusCode(404);
        new HelpBrowser().get(path).then().statusCode(404);

        browser.send("/help/sign-out", browser.form("/help", "/help/sign-out"), Map.of())
                .then()
                .statusCode(303);
        browser.get("/help/requests/" + reference).then().statusCode(404);
    }

    @Test
    void lookingAtALinkUsesNothingUp() {
        var browser = new HelpBrowser();
        var path = asked(browser, someone());

        browser.get(path).then().statusCode(200);
        new HelpBrowser().get(path).then().statusCode(200);

        browser.send(path, browser.form(path, path), Map.of()).then().statusCode(303);
    }

    @Test
    void inAnotherBrowserALinkWantsTheAddressItWentTo() {
        var address = someone();
        var path = asked(new HelpBrowser(), address);
        var other = new HelpBrowser();
        var hidden = other.form(path, path);

        other.send(path, hidden, Map.of("email", "thief@example.com")).then().statusCode(400);
        other.send(path, hidden, Map.of("email", address)).then().statusCode(303);
    }

    @Test
    void aLinkIsGoodForAShortWhile() {
        var browser = new HelpBrowser();
        var path = asked(browser, someone());
        var hidden = browser.form(path, path);
        sql.update(
                "update portal_sign_in set expires_at = now() - interval '1 second' where token_sha256 = ?",
                Secrets.hash(path.substring(path.lastIndexOf('/') + 1)));

        browser.get(path).then().statusCode(404);
        browser.send(path, hidden, Map.of()).then().statusCode(404).body(containsString("human-button"));
    }

    @Test
    void theAnswerDoesNotTellWhetherAnAddressIsKnown() {
        var known = someone();
        new HelpBrowser().submit(known, "Mine", "Text");
        var unknown = someone();

        assertThat(answerTo(known)).isEqualTo(answerTo(unknown)).doesNotContain(known);
    }

    private static String answerTo(String address) {
        var browser = new HelpBrowser();
        return browser.send("/help/sign-in", browser.form("/help/sign-in", "/help/sign-in"), Map.of("email", address))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("name=\"word\" value=\"[^\"]*\"", "");
    }

    @Test
    void anAddressIsProvedByFollowingALinkAndWrittenToAgainThen() {
        var address = someone();
        var browser = new HelpBrowser();
        var path = asked(browser, address);
        assertThat(mails.lastTo(address).mail().isProved()).isFalse();
        browser.send(path, browser.form(path, path), Map.of()).then().statusCode(303);

        asked(new HelpBrowser(), address);

        assertThat(mails.lastTo(address).mail().isProved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b", "a@b.c d", "<script>@x.example", "two@example.com,three@example.com"})
    void whatIsNoAddressIsSaidAtTheField(String email) {
        var browser = new HelpBrowser();
        browser.send("/help/sign-in", browser.form("/help/sign-in", "/help/sign-in"), Map.of("email", email))
                .then()
                .statusCode(400)
                .body(containsString("role=\"alert\""));
    }

    @Test
    void aSignedInBrowserCallsThePortalsDoorsItselfButNoOtherPageMakesIt() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Mine", "Text");
        var browser = new HelpBrowser();
        var path = asked(browser, address);
        browser.send(path, browser.form(path, path), Map.of());

        browser.get(Portal.REQUESTS).then().statusCode(200).body("items.reference", contains(reference));
        var other = Portal.submitted(Portal.REQUEST).getString("reference");
        browser.get(Portal.REQUESTS + "/" + other).then().statusCode(404);
        browser.request()
                .contentType("application/json")
                .header("Idempotency-Key", Portal.key())
                .body("{\"text\":\"By script.\"}")
                .post(Portal.REQUESTS + "/" + reference + "/messages")
                .then()
                .statusCode(201);
        browser.request()
                .contentType("application/json")
                .header("Origin", "https://evil.example")
                .header("Idempotency-Key", Portal.key())
                .body("{\"text\":\"By another page.\"}")
                .post(Portal.REQUESTS + "/" + reference + "/messages")
                .then()
                .statusCode(401);
        browser.request()
                .contentType("application/json")
                .header("Idempotency-Key", Portal.key())
                .body(
                        "{\"requester\":{\"email\":\"victim@example.com\",\"verified\":true},\"subject\":\"s\",\"text\":\"t\"}")
                .post(Portal.REQUESTS)
                .then()
                .statusCode(201);
        browser.get(Portal.REQUESTS).then().body("items.size()", equalTo(2));
    }

    @Test
    void anAccountSignsInByAuthorizationCodeAndProofKey() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Mine", "Text");
        var browser = new HelpBrowser();

        back(browser, authorization(browser), Map.of("email", address, "email_verified", true), Map.of())
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/requests"));

        browser.get("/help/requests/" + reference).then().statusCode(200);
    }

    @Test
    void anAddressThatTheProviderHasNotProvedProvesNothing() {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "Mine", "Text");
        var browser = new HelpBrowser();

        back(browser, authorization(browser), Map.of("email", address, "email_verified", false), Map.of());

        browser.get("/help/requests/" + reference).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "nonce, another",
        "aud, somebody-else",
        "iss, https://elsewhere.example",
        "exp, 1000000000",
        "_forged, true"
    })
    void atokenOfAnotherSignInIsNotBelieved(String claim, String value) {
        var browser = new HelpBrowser();
        var claims = new HashMap<String, Object>();
        claims.put(claim, claim.equals("exp") ? Long.valueOf(value) : value);

        back(browser, authorization(browser), claims, Map.of())
                .then()
                .statusCode(403)
                .body(containsString("human-button"));
    }

    @Test
    void aSignInEndsOnceAndInTheBrowserThatBegan() {
        var browser = new HelpBrowser();
        var begun = authorization(browser);
        back(new HelpBrowser(), begun, Map.of(), Map.of()).then().statusCode(403);
        back(browser, begun, Map.of(), Map.of("state", Secrets.token())).then().statusCode(403);
        back(browser, begun, Map.of(), Map.of()).then().statusCode(303);
        back(browser, begun, Map.of(), Map.of()).then().statusCode(403);
    }

    private static Map<String, String> authorization(HelpBrowser browser) {
        var to = browser.get("/help/account").then().statusCode(303).extract().header("Location");
        var asked = OpenIdStubResource.query(URI.create(to).getRawQuery());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", OpenIdStubResource.CLIENT);
        return asked;
    }

    private static Response back(
            HelpBrowser browser, Map<String, String> asked, Map<String, Object> claims, Map<String, String> other) {
        var told = new HashMap<String, Object>();
        told.put("nonce", asked.get("nonce"));
        told.putAll(claims);
        var code = OpenIdStubResource.signIn(asked, told);
        return browser.get(
                "/help/account/back?code=" + code + "&state=" + other.getOrDefault("state", asked.get("state")));
    }

    private String asked(HelpBrowser browser, String address) {
        browser.send("/help/sign-in", browser.form("/help/sign-in", "/help/sign-in"), Map.of("email", address))
                .then()
                .statusCode(200);
        return mails.lastTo(address).path();
    }
}
