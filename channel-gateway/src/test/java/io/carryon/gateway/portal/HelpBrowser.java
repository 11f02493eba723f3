package io.carryon.gateway.portal;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.guard.Challenge;
import io.carryon.gateway.guard.Solver;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser: keeps cookies, fills in forms as they are on the page, and solves proofs of work if it has scripts. */
final class HelpBrowser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieFilter cookies = new CookieFilter();

    /** A plain request with this browser's cookies. */
    RequestSpecification request() {
        return given().filter(cookies).redirects().follow(false);
    }

    Response get(String path) {
        // As it stands in a link: encoded already.
        return request().urlEncodingEnabled(false).get(path);
    }

    Document page(String path) {
        return Jsoup.parse(get(path).then().statusCode(200).extract().asString(), path);
    }

    /** The hidden fields of the form on a page that goes to this address. */
    Map<String, String> form(String page, String action) {
        var form = page(page).selectFirst("form[action=" + action + "]");
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }

    Response send(String action, Map<String, String> hidden, Map<String, String> filled) {
        var sent = request();
        hidden.forEach(sent::formParam);
        filled.forEach(sent::formParam);
        return sent.post(action);
    }

    Response sendWithFile(
            String action, Map<String, String> hidden, Map<String, String> filled, String name, byte[] content) {
        var sent = request().contentType("multipart/form-data; charset=UTF-8");
        hidden.forEach((field, value) -> sent.multiPart(field, value, "text/plain; charset=UTF-8"));
        filled.forEach((field, value) -> sent.multiPart(field, value, "text/plain; charset=UTF-8"));
        sent.multiPart("files", name, content, "application/octet-stream");
        return sent.post(action);
    }

    /** A solution, as scripts find it while the form is filled in. */
    static Map<String, String> solved(Map<String, String> hidden) {
        var challenge = given().get("/v1/guard/challenge").as(Challenge.class);
        var fields = new LinkedHashMap<>(hidden);
        try {
            fields.put("proof", JSON.writeValueAsString(Solver.solved(challenge)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return fields;
    }

    /** Makes a request as a stranger with scripts; returns its reference. */
    String submit(String email, String subject, String text) {
        var answer = sendWithFile(
                "/help/requests",
                solved(form("/help/requests/new", "/help/requests")),
                Map.of("email", email, "subject", subject, "text", text),
                "",
                new byte[0]);
        var location = answer.then().statusCode(303).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
