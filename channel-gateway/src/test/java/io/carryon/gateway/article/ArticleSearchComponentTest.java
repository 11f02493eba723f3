package io.carryon.gateway.article;

import static io.carryon.gateway.article.Editors.archived;
import static io.carryon.gateway.article.Editors.as;
import static io.carryon.gateway.article.Editors.form;
import static io.carryon.gateway.article.Editors.published;
import static io.carryon.gateway.article.Visitors.found;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is looked for is found in every form and language of its words. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ArticleSearchComponentTest {

    @Inject
    Sql sql;

    @BeforeEach
    void empty() {
        sql.update("truncate article, article_word, article_vocabulary, article_miss, article_feedback, trail_search,"
                + " trail_read");
    }

    @Test
    void theTitleCountsMoreThanKeywordsHeadingsAndText() {
        var text = published(form("en", "One", "<p>About a refund.</p>", ""));
        var heading = published(form("en", "Two", "<h2>Refund</h2><p>Money.</p>", ""));
        var keyword = published(form("en", "Three", "<p>Money.</p>", "\"refund\""));
        var title = published(form("en", "Refunds", "<p>Money.</p>", ""));

        assertThat(found("refund", "en")).containsExactly(title, keyword, heading, text);
    }

    @Test
    void wordsAreFoundInAnyFormUnfinishedAndMistyped() {
        var english = published(form("en", "Download your invoices", "<p>Open your account.</p>", "\"bill\""));
        var german = published(form("de", "Rechnung herunterladen", "<p>Öffnen Sie Ihr Konto.</p>", "\"Beleg\""));
        var polish = published(form("pl", "Jak zapłacić fakturę", "<p>Zaloguj się na konto.</p>", ""));

        assertThat(found("how do I download an invoice", "en")).containsExactly(english);
        assertThat(found("invoi", "en")).containsExactly(english);
        assertThat(found("downlaod", "en")).containsExactly(english);
        assertThat(found("Rechnungen", "de")).containsExactly(german);
        assertThat(found("oeffnen", "de")).containsExactly(german);
        assertThat(found("offnen", "de")).containsExactly(german);
        assertThat(found("faktury", "pl")).containsExactly(polish);
        assertThat(found("zaplacic", "pl")).containsExactly(polish);
        assertThat(found("elephant", "en")).isEmpty();
        assertThat(found("pill", "en")).as("is not meant to be bill").isEmpty();
        assertThat(found("' | & ! :* ( \\ ''", "en")).isEmpty();
    }

    @Test
    void aWordIsKnownAsLongAsAnArticleHasIt() {
        published(form("en", "Hippopotamus", "<p>Grey.</p>", ""));
        var other = published(form("en", "Another hippopotamus", "<p>Pink.</p>", ""));
        assertThat(found("hipopotamus", "en")).hasSize(2);

        archived(other);
        assertThat(found("hipopotamus", "en")).hasSize(1);
        assertThat(sql.query("select word from article_vocabulary order by word", row -> row.getString(1)))
                .containsExactly("grey", "hippopotamus");
    }

    @Test
    void ofManyThatHaveAWordTheOneThatIsAboutItIsFound() {
        sql.update("""
                insert into article (article_id, payload_hash, language, title, html, body, keywords, status, revision,
                    created_at, updated_at, updated_by, words)
                select gen_random_uuid(), '', 'en', 'Number ' || n, '', 'refund refund', '{}', 'PUBLISHED', 1, now(), now(),
                    '', help_words('en', 'Number', 'A') || help_words('en', 'refund refund', 'D')
                from generate_series(1, 300) as n
                """);
        var about = published(form("en", "Refunds", "<p>Money.</p>", ""));

        assertThat(found("refund", "en")).startsWith(about).hasSize(5);
    }

    @Test
    void whatIsNotThereInTheLanguageIsLookedForInTheSitesFirst() {
        var english = published(form("en", "Reset your password", "<p>Press the button.</p>", ""));

        assertThat(found("password", "fr")).containsExactly(english);
        assertThat(found("password", "xx")).containsExactly(english);
        assertThat(found("password", "en-GB")).containsExactly(english);
    }

    @Test
    void whatWasNotFoundIsCountedWithoutWhoseItWas() {
        for (var i = 0; i < 2; i++) {
            found("Elephant 4711-0815 marta@example.com", "en");
        }
        found("only once", "en");

        as("supervisor")
                .get("/v1/articles/misses")
                .then()
                .statusCode(200)
                .body("items.words", contains("elephant"))
                .body("items.count", contains(2));
    }

    @Test
    void answersAreProposedAndNeverInTheWay() {
        var id = published(form("en", "Wrong invoice", "<p>Tell us.</p>", ""));

        Portal.portal()
                .queryParam("q", "My invoice is wrong!")
                .get("/portal/v1/suggest")
                .then()
                .body("items.id", hasItem(id));
        Portal.portal()
                .queryParam("q", "w".repeat(2_000))
                .get("/portal/v1/suggest")
                .then()
                .statusCode(200);
        Portal.portal().get("/portal/v1/suggest").then().statusCode(200);
        given().get("/portal/v1/suggest?q=x").then().statusCode(401);
    }
}
