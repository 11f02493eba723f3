package io.carryon.gateway.portal;

import static io.carryon.gateway.portal.Requesters.contactOf;
import static io.carryon.gateway.portal.Requesters.opened;
import static io.carryon.gateway.portal.Requesters.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers make requests on the pages, answer them and act on them. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class HelpRequestComponentTest {

    private static final String SCRIPT = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Test
    void theMailedLinkAnswersAndItsFilesNeedTheCookie() {
        var reader = new HelpBrowser();
        var reference = opened(reader);
        var action = "/help/requests/" + reference + "/messages";

        reader.sendWithFile(
                        action,
                        reader.form("/help/requests/" + reference, action),
                        Map.of("text", "Here is the picture."),
                        "photo.png",
                        PNG)
                .then()
                .statusCode(303)
                .header("Location", equalTo("/help/requests/" + reference + "?done=replied"));

        var file = reader.page("/help/requests/" + reference)
                .selectFirst(".files a")
                .attr("href");
        reader.get(file).then().statusCode(200).header("Content-Disposition", startsWith("attachment"));
        given().get(file).then().statusCode(404);
        var other = opened(new HelpBrowser());
        reader.get(file.replace(reference, other)).then().statusCode(404);
    }

    @Test
    void aFileThatIsNoneOfThoseTakenIsRefusedAtItsField() {
        var reader = new HelpBrowser();
        var reference = opened(reader);
        var action = "/help/requests/" + reference + "/messages";

        reader.sendWithFile(
                        action,
                        reader.form("/help/requests/" + reference, action),
                        Map.of("text", "Look <b>here</b>."),
                        "page.png",
                        "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body(
                        containsString("role=\"alert\""),
                        containsString("Look &lt;b&gt;here&lt;/b&gt;."),
                        containsString("choose them again"));
    }

    @Test
    void theCustomerClosesReopensRatesAsksForAPersonAndBooksACall() {
        var reader = new HelpBrowser();
        var reference = opened(reader);
        var page = "/help/requests/" + reference;
        act(reader, page, "/handoff", Map.of()).then().statusCode(303);
        act(reader, page, "/close", Map.of()).then().statusCode(303).header("Location", equalTo(page + "?done=closed"));
        var slot = reader.page(page + "/callback").select("#slot option").last().val();
        reader.send(
                        page + "/callback",
                        reader.form(page + "/callback", page + "/callback"),
                        Map.of("number", "030 555 0100", "slot", slot))
                .then()
                .statusCode(303);
        assertThat(reader.page(page).selectFirst(".summary time").attr("datetime"))
                .isEqualTo(slot);
        reader.send(
                        page + "/callback",
                        reader.form(page + "/callback", page + "/callback"),
                        Map.of("number", "call me", "slot", slot))
                .then()
                .statusCode(400)
                .body(containsString("number-error"));
        act(reader, page + "/callback", "/cancel", Map.of()).then().statusCode(303);

        var ticket = UUID.randomUUID();
        var solved = TicketEvents.changed(ticket, 1, "OPENED", "RESOLVED", contactOf(reference));
        solved.put("at", Instant.now().toString());
        Line.publish("ticket.changed", ticket, solved);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(reader.page(page).select(".scores")).hasSize(1));
        act(reader, page, "/rating", Map.of("score", "9")).then().statusCode(400);
        act(reader, page, "/rating", Map.of("score", "5", "comment", SCRIPT))
                .then()
                .statusCode(303);
        assertThat(reader.page(page).select(".scores")).isEmpty();
        act(reader, page, "/reopen", Map.of()).then().statusCode(303);
    }

    @Test
    void theReferenceAloneTellsNothingButTheState() {
        var reference = new HelpBrowser().submit(someone(), "Secret matter", "Secret text");

        new HelpBrowser()
                .get("/help/status?reference=" + reference.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body(containsString(reference), not(containsString("Secret")));
    }

    private static Response act(HelpBrowser reader, String page, String act, Map<String, String> filled) {
        var hidden = reader.form(page, page + act);
        // The form of an act that the page does not offer now is like that of the others.
        return reader.send(page + act, hidden, filled);
    }
}
