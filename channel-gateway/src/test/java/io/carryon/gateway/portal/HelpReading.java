package io.carryon.gateway.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.gateway.storage.Sql;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;

/** A customer who searches, reads and judges articles, each test with no more of them than it published. */
abstract class HelpReading {

    static final String ARTICLES = "/help/articles";

    @Inject
    Sql sql;

    final HelpBrowser browser = new HelpBrowser();

    @BeforeEach
    void empty() {
        sql.update("truncate article, article_word, article_vocabulary, article_miss, article_feedback, trail_search,"
                + " trail_read");
    }

    Document search(String words) {
        return browser.page(ARTICLES + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    Response judge(String id, String helpful) {
        return judge(id, helpful, "");
    }

    Response judge(String id, String helpful, String query) {
        var path = ARTICLES + "/" + id;
        return browser.send(
                path + "/helpful", browser.form(path + query, path + "/helpful"), Map.of("helpful", helpful));
    }

    /** The page that the answer to a judgement leads to. */
    Document after(Response answer) {
        var location = answer.then()
                .statusCode(303)
                .header("Location", allOf(startsWith(ARTICLES), containsString("#said")))
                .extract()
                .header("Location");
        return browser.page(location.substring(0, location.indexOf('#')));
    }
}
