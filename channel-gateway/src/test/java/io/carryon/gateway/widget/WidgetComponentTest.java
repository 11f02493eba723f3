package io.carryon.gateway.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.carryon.gateway.guard.Challenge;
import io.carryon.gateway.guard.Solution;
import io.carryon.gateway.guard.Solver;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class WidgetComponentTest {

    private static final String SHOP = "shop-key-of-the-tests";
    private static final String SECRET = "shop-secret-0123456789-0123456789-abcdef";
    private static final String SESSIONS = "/v1/widget/sessions";
    private static final int MOST_BYTES = 40_000;

    @Test
    void aVisitorOpensAChatWithAProof() {
        var form = form();
        open(form, "https://shop.example").then().statusCode(201).body("sessionToken.length()", equalTo(43));

        var repeated = new HashMap<>(form);
        repeated.put("proof", proof());
        assertThat(open(repeated, "https://shop.example").jsonPath().getString("sessionToken"))
                .as("the answer was lost")
                .isEqualTo(openedBefore(form));
    }

    private static String openedBefore(Map<String, Object> form) {
        var again = new HashMap<>(form);
        again.put("proof", proof());
        return open(again, "https://shop.example").jsonPath().getString("sessionToken");
    }

    @Test
    void aBotIsRefused() {
        var used = form();
        open(used, "https://shop.example").then().statusCode(201);
        var replayed = new HashMap<>(used);
        replayed.put("clientId", UUID.randomUUID().toString());
        open(replayed, "https://shop.example").then().statusCode(403).body("type", endsWith(":proof-used"));

        var trapped = form();
        trapped.put("website", "https://spam.example");
        open(trapped, "https://shop.example").then().statusCode(403).body("type", endsWith(":not-a-person"));

        var lazy = form();
        lazy.remove("proof");
        open(lazy, "https://shop.example").then().statusCode(403).body("type", endsWith(":proof-missing"));
    }

    @Test
    void onlyTheSitesPagesAndOurOwnOpenChats() {
        open(form(), "https://shop.example.evil.example")
                .then()
                .statusCode(403)
                .body("type", endsWith(":wrong-origin"));
        open(form(), "https://blog.example").then().statusCode(403);
        open(form(), null).then().statusCode(403);
        given().header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body(form())
                .post(SESSIONS)
                .then()
                .statusCode(201);

        var unknown = form();
        unknown.put("site", "no-such-site-0123456789");
        open(unknown, "https://shop.example").then().statusCode(404);
    }

    @Test
    void whatIsWrongInTheFormIsNamed() {
        var form = form();
        form.put("clientId", "guessable");
        form.put("visitor", Map.of("email", "nobody"));
        open(form, "https://shop.example")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(java.util.List.of("/clientId", "/visitor/email")));
        form.put("colour", "blue");
        open(form, "https://shop.example").then().statusCode(400).body("errors[0].pointer", equalTo("/colour"));
    }

    @Test
    void theSitesServerSaysWhoItsVisitorIs() {
        var form = form();
        form.put("identity", signed("{\"sub\":\"cust-1\",\"email\":\"marta@example.com\",\"exp\":%d}", SECRET, 300));
        open(form, "https://shop.example").then().statusCode(201);

        for (var wrong : new String[] {
            "not.a.token",
            "nothing",
            signed("{\"sub\":\"cust-1\",\"exp\":%d}", "another secret of another server!", 300),
            signed("{\"sub\":\"cust-1\",\"exp\":%d}", SECRET, -1),
            signed("{\"sub\":\"cust-1\",\"exp\":%d}", SECRET, 200_000),
            signed("{\"name\":\"Marta\",\"exp\":%d}", SECRET, 300),
            signed("[%d]", SECRET, 300),
        }) {
            var refused = form();
            refused.put("identity", wrong);
            open(refused, "https://shop.example").then().statusCode(403).body("type", endsWith(":identity-wrong"));
        }
    }

    @Test
    void theWidgetLearnsWhatItShows() {
        given().get("/v1/widget/sites/" + SHOP)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("title", equalTo("Shop support"))
                .body("callbacks", equalTo(true))
                .body("contactUs.human.text.length()", not(equalTo(0)))
                .body("challenge.maxnumber", equalTo(100));
        given().get("/v1/widget/sites/no-such-site-0123456789").then().statusCode(404);
    }

    @Test
    void theFrameStandsInTheSitesPagesOnlyAndRunsNothingButItsOwnFiles() {
        var page = given().queryParam("key", "blog-key-of-the-tests")
                .queryParam("origin", "https://evil.example")
                .queryParam("lang", "ar", "lt", "en")
                .get("/widget/frame")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors https://blog.example"))
                .extract()
                .asString();

        assertThat(page)
                .contains("lang=\"en\"", "dir=\"rtl\"", "data-parent=\"\"")
                .doesNotContain("evil", "{")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style", "style=", "onload");
        given().queryParam("key", SHOP)
                .queryParam("origin", "https://shop.example")
                .queryParam("lang", "pl-PL")
                .get("/widget/frame")
                .then()
                .body(containsString("lang=\"pl\""), containsString("data-parent=\"https://shop.example\""));
        given().queryParam("key", "\"><script>").get("/widget/frame").then().statusCode(404);
    }

    @Test
    void allOfItIsSmallAndKeptByBrowsersForGood() throws Exception {
        var frame = given().queryParam("key", SHOP).get("/widget/frame").asString();
        var names = Pattern.compile("(?:href|src)=\"(/widget/[^\"]+)\"").matcher(frame);
        int bytes = compressed("/widget.js") + compressed("/widget/frame?key=" + SHOP);
        var version = "";
        for (var path : names.results().map(found -> found.group(1)).distinct().toList()) {
            bytes += compressed(path);
            version = path.split("/", -1)[2];
            given().get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("immutable"))
                    .header("ETag", equalTo('"' + version + '"'));
        }
        bytes += compressed("/widget/" + version + "/pl.json");

        assertThat(bytes).as("bytes of the widget, compressed").isBetween(5_000, MOST_BYTES);
        given().header("If-None-Match", '"' + version + '"')
                .get("/widget.js")
                .then()
                .statusCode(304);
        given().get("/widget/an-older-version/app.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"));
        given().get("/widget/" + version + "/../application.properties").then().statusCode(404);
        given().get("/widget/" + version + "/none.js").then().statusCode(404);
        given().get("/widget/demo").then().statusCode(404);
    }

    private static int compressed(String path) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + io.restassured.RestAssured.port + path);
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
        try (var body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(body.readAllBytes()).as(path).isNotEmpty();
        }
        return answer.body().length;
    }

    private static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("site", SHOP);
        form.put("clientId", UUID.randomUUID().toString());
        form.put("visitor", Map.of("name", "Marta", "email", "marta@example.com"));
        form.put("language", "pl");
        form.put("website", "");
        form.put("proof", proof());
        return form;
    }

    private static Solution proof() {
        return Solver.solved(given().get("/v1/guard/challenge").as(Challenge.class));
    }

    private static Response open(Map<String, Object> form, String origin) {
        var request = given().contentType("application/json").body(form);
        return (origin == null ? request : request.header("Origin", origin)).post(SESSIONS);
    }

    private static String signed(String claims, String secret, int secondsLeft) {
        try {
            var body = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                    + encoded(claims.replace("%d", String.valueOf(Instant.now().getEpochSecond() + secondsLeft))
                            .getBytes(StandardCharsets.UTF_8));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return body + "." + encoded(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
