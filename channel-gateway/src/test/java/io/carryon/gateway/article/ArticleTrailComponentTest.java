package io.carryon.gateway.article;

import static io.carryon.gateway.article.Editors.as;
import static io.carryon.gateway.article.Editors.form;
import static io.carryon.gateway.article.Editors.published;
import static io.carryon.gateway.article.Visitors.HELP;
import static io.carryon.gateway.article.Visitors.session;
import static io.carryon.gateway.article.Visitors.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.privacy.Erasure;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.HeldData;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visitors tried before they wrote goes along with what they write. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ArticleTrailComponentTest {

    @Inject
    Sql sql;

    @Inject
    Erasure erasure;

    @BeforeEach
    void empty() {
        sql.update("truncate article, article_word, article_vocabulary, article_miss, article_feedback, trail_search,"
                + " trail_read");
    }

    @Test
    void whatWasTriedGoesOnTheContactIsExportedAndErased() {
        var id = published(form("en", "Reset your password", "<p>Press the button.</p>", ""));
        var session = session();
        var began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        visitor(session).get(HELP + "?q=pass").then().statusCode(200);
        visitor(session).get(HELP + "?q=password").then().statusCode(200);
        visitor(session).get(HELP + "?q=hippopotamus").then().statusCode(200);
        visitor(session).get(HELP + "/" + id).then().statusCode(200).body("html", containsString("button"));
        visitor(session)
                .body("{\"helpful\":false}")
                .post(HELP + "/" + id + "/helpful")
                .then()
                .statusCode(204);
        visitor(session).post(HELP + "/" + id + "/solved").then().statusCode(204);

        var contactId = Portal.submitted(Portal.REQUEST.replace(
                        "\"language\"", "\"selfServiceSession\":\"" + session + "\",\"language\""))
                .getUUID("contactId");

        var tried = Line.entriesOf(contactId, 1).getFirst().get("selfService");
        assertThat(tried.get("searches").findValuesAsText("q")).containsExactly("password", "hippopotamus");
        assertThat(tried.get("searches").findValuesAsText("results")).containsExactly("1", "0");
        assertThat(tried.findValuesAsText("at"))
                .hasSize(3)
                .allSatisfy(at -> assertThat(Instant.parse(at)).isBetween(began, Instant.now()));
        assertThat(tried.at("/read/0/title").asText()).isEqualTo("Reset your password");
        assertThat(tried.at("/read/0/helpful").asBoolean(true)).isFalse();
        assertThat(tried.get("solved").asBoolean()).isTrue();
        as("agent").get("/v1/articles/" + id).then().body("feedback.solved", equalTo(0));
        HeldData.of(contactId).body("contacts[0].items[0].data.selfService.searches.q", hasItem("hippopotamus"));

        erasure.erase(Set.of(contactId));

        assertThat(sql.query("select words from trail_search", row -> row.getString(1)))
                .isEmpty();
        assertThat(sql.first(
                        "select self_service from portal_request where contact_id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        contactId))
                .hasValue(Optional.empty());
    }

    @Test
    void aChatCarriesWhatWasTriedBeforeToo() {
        var session = session();
        visitor(session).get(HELP + "?q=hippopotamus").then().statusCode(200);
        Portal.write("/v1/chat/sessions", Portal.key(), "{\"selfServiceSession\":\"" + session + "\"}")
                .then()
                .statusCode(201);

        assertThat(sql.query(
                        "select self_service ->> 'searches' from chat_session where self_service is not null",
                        row -> row.getString(1)))
                .anySatisfy(searches -> assertThat(searches).contains("hippopotamus"));
        Portal.write("/v1/chat/sessions", Portal.key(), "{\"selfServiceSession\":\"guess\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/selfServiceSession"));
    }
}
