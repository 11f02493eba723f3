package io.carryon.gateway.chat.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatLetterTest {

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "pl", "ro", "lt"})
    void everyLanguageHasItsOwnWords(String language) throws IOException {
        var english = words("chat/letter.properties");
        var own = words("chat/letter_" + language + ".properties");

        assertThat(own.keySet()).isEqualTo(english.keySet());
        assertThat(own.values()).noneMatch(english::containsValue);
    }

    private static Properties words(String resource) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(
                ChatLetterTest.class.getClassLoader().getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
