package io.carryon.gateway.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SayingsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messenger");

    @Test
    void everyLanguageSaysTheSame() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            var bundles = files.toList();
            assertThat(bundles).hasSize(7);
            for (var bundle : bundles) {
                assertThat(keys(bundle)).as("%s", bundle).isEqualTo(keys(BUNDLES.resolve("say.properties")));
            }
        }
    }

    @Test
    void whoSpeaksAnotherLanguageIsToldInEnglish() {
        assertThat(Sayings.of("start", "pl-PL")).contains("Przeczyta to człowiek");
        assertThat(Sayings.of("start", "sv"))
                .isEqualTo(Sayings.of("start", null))
                .contains("A person");
    }

    private static Set<String> keys(Path bundle) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            words.load(reader);
        }
        return words.stringPropertyNames();
    }
}
