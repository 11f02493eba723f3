package io.carryon.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpWordsTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    static Stream<Arguments> languages() {
        return Page.LANGUAGES.stream()
                .map(Page.Language::code)
                .filter(code -> !code.equals("en"))
                .flatMap(code -> Stream.of(
                                HelpMessages.class,
                                ShelfMessages.class,
                                FormMessages.class,
                                RequestMessages.class,
                                ErrorMessages.class,
                                LetterMessages.class)
                        .map(bundle -> Arguments.of(code, bundle)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryWordWithItsParameters(String language, Class<?> bundle) throws IOException {
        var words = new Properties();
        var name = bundle.getAnnotation(MessageBundle.class).value();
        try (var file = getClass().getResourceAsStream("/messages/" + name + "_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        var english = Arrays.stream(bundle.getMethods())
                .collect(Collectors.toMap(
                        Method::getName,
                        method -> method.getAnnotation(Message.class).value()));

        assertThat(words.stringPropertyNames()).isEqualTo(english.keySet());
        for (Map.Entry<String, String> word : english.entrySet()) {
            var translated = words.getProperty(word.getKey());
            assertThat(translated).as(word.getKey()).isNotBlank();
            assertThat(parameters(translated)).as(word.getKey()).isEqualTo(parameters(word.getValue()));
        }
    }

    private static TreeSet<String> parameters(String word) {
        return PARAMETER
                .matcher(word)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-CH,de;q=0.9,en;q=0.8 | de
            ja, lt;q=0.3            | lt
            ja                      | en
            !!!                     | en
            fr-CA                   | fr
            """)
    void theLanguageIsTheFirstThereIsOfThoseThatTheBrowserPrefers(String header, String language) {
        assertThat(new HelpWords().preferred(header)).isEqualTo(language);
    }

    @Test
    void withoutAPreferenceItIsEnglish() {
        assertThat(new HelpWords().preferred(null)).isEqualTo("en");
    }
}
