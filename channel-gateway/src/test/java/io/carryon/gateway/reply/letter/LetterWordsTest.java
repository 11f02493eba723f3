package io.carryon.gateway.reply.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.reply.ReplyRequested;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWordsTest {

    static Stream<Arguments> bundles() {
        return Stream.of("chat", "portal")
                .flatMap(bundle ->
                        Stream.of("de", "fr", "es", "pl", "ro", "lt").map(language -> Arguments.of(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasItsOwnWords(String bundle, String language) throws IOException {
        var english = words(bundle + "/letter.properties");
        var own = words(bundle + "/letter_" + language + ".properties");

        assertThat(own.keySet()).isEqualTo(english.keySet());
        assertThat(own.values()).noneMatch(english::containsValue);
        for (var key : english.stringPropertyNames()) {
            assertThat(own.getProperty(key).contains("%s"))
                    .isEqualTo(english.getProperty(key).contains("%s"));
        }
    }

    @Test
    void aRegionReadsItsLanguageAndWhoeverHasNoneReadsEnglish() {
        var author = new ReplyRequested.Author("a1", "Anna Weber");
        assertThat(LetterWords.of("portal.letter", "de-CH").frame("o", author, "c"))
                .isEqualTo(new ReplyRequested.Frame("de", "o", "-- \nAnna Weber\nc"));
        for (var other : List.of("ja", "xx-invalid")) {
            assertThat(LetterWords.of("portal.letter", other).say("opening", "7K3M"))
                    .isEqualTo("Here is our answer to your request 7K3M.");
        }
        assertThat(LetterWords.of("portal.letter", null).frame("o", author, "c").language())
                .isEqualTo("en");
    }

    private static Properties words(String resource) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(
                LetterWordsTest.class.getClassLoader().getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
