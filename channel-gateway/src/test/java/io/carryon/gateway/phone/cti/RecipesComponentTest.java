package io.carryon.gateway.phone.cti;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sends what TELEPHONY.md tells telephone systems to send, so that no reader copies what is refused. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class RecipesComponentTest {

    private static final Path ROOT = Path.of(System.getProperty("carryon.root"));
    private static final Pattern ASTERISK_BODY = Pattern.compile("CARRYON_BODY=(\\{.*})\\)\\s*$", Pattern.MULTILINE);
    private static final Pattern ASTERISK_EVENT = Pattern.compile("\\{CTI_TOKEN},(event=.*)\\)}\\)");
    private static final Pattern LUA_BODY =
            Pattern.compile("carryon\\(\"(put|post)\", \"([^\"]*)\", (?:string\\.format\\()?'(\\{.*?})'");

    @Test
    void asterisksBodiesAreTaken() throws IOException {
        var call = Ivr.call();
        var bodies = all(ASTERISK_BODY, fenced("ini")).stream()
                .map(found -> asterisk(found.group(1)))
                .toList();
        assertThat(bodies).hasSize(6);
        for (var body : bodies) {
            var what = body.contains("trigger")
                    ? "zero-out"
                    : body.contains("seq") ? "events" : body.contains("extension") ? "agent" : "hangup";
            Ivr.ivr()
                    .body(body)
                    .post("/v1/ivr/calls/" + call + "/" + what)
                    .then()
                    .statusCode(lessThan(300));
        }

        assertThat(Line.entriesOf(Ivr.contactOf(call), 1)).isNotEmpty();
    }

    @Test
    void asterisksPushesAreTaken() throws IOException {
        var call = Pbx.call();
        var forms = all(ASTERISK_EVENT, fenced("ini")).stream()
                .map(found -> asterisk(found.group(1).replaceAll("callId=[^&]*", "callId=" + call)))
                .toList();
        assertThat(forms).hasSize(3);
        forms.forEach(form -> Pbx.taken(form).then().statusCode(200));

        assertThat(handle("cti:office", call)).isEqualTo("+49301234567");
    }

    @Test
    void freeSwitchsBodiesAreTaken() throws IOException {
        var call = Ivr.call();
        var bodies = all(LUA_BODY, fenced("lua"));
        assertThat(bodies).hasSize(4);
        for (var found : bodies) {
            var body = found.group(3)
                    .replace("\"trigger\":\"%s\"", "\"trigger\":\"dtmf0\"")
                    .replace("%s", "+49301234567");
            Pbx.untilTaken(() -> Ivr.ivr().body(body).request(found.group(1), "/v1/ivr/calls/" + call + found.group(2)))
                    .then()
                    .statusCode(lessThan(300));
        }

        assertThat(Line.entriesOf(Ivr.contactOf(call), 1)).isNotEmpty();
    }

    @Test
    void kamailiosPushesAreTaken() throws IOException {
        var call = Pbx.call();
        var config = Files.readString(ROOT.resolve("deploy/kamailio/kamailio.cfg"));
        var events = all(Pattern.compile("\\$var\\(what\\) = \"(event=[^\"]*)\""), config);
        assertThat(events).hasSize(4);
        assertThat(config).contains("&direction=in&callId=", "&from=", "&to=");
        for (var event : events) {
            Pbx.taken(event.group(1) + "&direction=in&callId=" + call + "&from=+49301234567&to=4930555010")
                    .then()
                    .statusCode(200);
        }

        assertThat(handle("cti:office", call)).isEqualTo("+49301234567");
    }

    @Test
    void voiceXmlsFormIsTaken() throws IOException {
        var call = Pbx.call();
        var recipe = fenced("xml");
        var names =
                all(Pattern.compile("namelist=\"([^\"]*)\""), recipe).getFirst().group(1);
        var form = new ArrayList<String>();
        for (var name : names.split(" ")) {
            var value = all(Pattern.compile("name=\"" + name + "\" expr=\"([^\"]*)\""), recipe)
                    .getFirst()
                    .group(1);
            form.add(name + "="
                    + switch (value) {
                        case "session.connection.remote.uri" -> "sip%3A%2B49301234567%40pbx.example";
                        case "session.connection.local.uri" -> "sip%3A%2B4930555010%40pbx.example";
                        default -> value.startsWith("'") ? value.replace("'", "") : call;
                    });
        }
        Pbx.untilTaken(() -> given().contentType("application/x-www-form-urlencoded")
                        .body(String.join("&", form))
                        .post("/v1/cti/sipgate/" + Pbx.SIPGATE_TOKEN))
                .then()
                .statusCode(200)
                .contentType("application/xml");

        assertThat(handle("cti:sip", call)).isEqualTo("+49301234567");
    }

    /** A body with what Asterisk would put in: the innermost expressions first. */
    private static String asterisk(String body) {
        var filled = body.replaceAll("\\$\\{FILTER\\(0-9,\\$\\{MEMBERINTERFACE}\\)}", "201")
                .replaceAll("\\$\\{CHANNEL\\(language\\)}", "en")
                .replaceAll("\\$\\{FILTER\\([^}]*HANGUPCAUSE}\\)}", "16")
                .replaceAll("\\$\\{URIENCODE\\(\\$\\{CALLERID\\(num\\)}\\)}", "%2B49301234567")
                .replaceAll("\\$\\{FROM}", "+49301234567")
                .replaceAll("\\$\\{(DNID|EXTEN)}", "4930555010");
        assertThat(filled).doesNotContain("$");
        return filled;
    }

    private static String fenced(String language) throws IOException {
        var recipes = Files.readString(ROOT.resolve("channel-gateway/TELEPHONY.md"));
        return String.join(
                "\n",
                all(Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL), recipes).stream()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static String handle(String client, String call) {
        UUID contact = Call.contactIdOf(client, call);
        return Line.entriesOf(contact, 1)
                .getFirst()
                .at("/sender/handles/0/value")
                .asText();
    }
}
