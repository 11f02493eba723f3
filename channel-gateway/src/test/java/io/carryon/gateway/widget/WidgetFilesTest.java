package io.carryon.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.site.Sites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WidgetFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern SAID = Pattern.compile("\\bt\\('([a-z]\\w*(?:\\.\\w+)*)'");

    private WidgetFiles files;

    @BeforeEach
    void read() throws IOException {
        files = new WidgetFiles(JSON);
    }

    @Test
    void everyLanguageSaysTheSameThingsWithTheSameValuesInThem() throws IOException {
        var english = words("en");
        for (var language : Sites.LANGUAGES) {
            var words = words(language);
            assertThat(words.keySet()).as(language).containsExactlyElementsOf(english.keySet());
            words.forEach((key, text) -> {
                assertThat(text).as(language + " " + key).isNotBlank();
                assertThat(places(text)).as(language + " " + key).isEqualTo(places(english.get(key)));
            });
        }
    }

    @Test
    void theScriptsSayOnlyWhatThereAreWordsFor() throws IOException {
        var known = words("en").keySet();
        for (var script : files.modules()) {
            var said = SAID.matcher(text(script)).results().map(found -> found.group(1));
            assertThat(said).as(script).allSatisfy(key -> assertThat(known).contains(key));
        }
    }

    @Test
    void noScriptMakesMarkupOrCodeOfText() {
        for (var script : files.modules()) {
            assertThat(text(script))
                    .as(script)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
        }
        assertThat(text(WidgetFiles.LOADER)).doesNotContain("innerHTML", "insertAdjacentHTML", "'*'");
        assertThat(text("host.js")).doesNotContain("'*'");
    }

    @Test
    void theLoaderBringsItsWordsInEveryLanguage() {
        assertThat(text(WidgetFiles.LOADER))
                .doesNotContain("/*WORDS*/")
                .contains("Chat mit dem Support", "Pokalbis su pagalba");
    }

    private Map<String, String> words(String language) throws IOException {
        return JSON.readValue(files.named(language + ".json").orElseThrow(), new TypeReference<>() {});
    }

    private String text(String name) {
        return new String(files.named(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }
}
