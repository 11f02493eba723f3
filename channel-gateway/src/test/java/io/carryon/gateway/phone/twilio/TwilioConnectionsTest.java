package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.Menus;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioConnectionsTest {

    private static final String MAIN = "CARRYON_TWILIO_CONNECTIONS_MAIN_";
    private static final Map<String, String> RIGHT = Map.of(
            MAIN + "ACCOUNT_SID", "AC1",
            MAIN + "AUTH_TOKENS", "new,old",
            MAIN + "PUBLIC_URL", "https://voice.example.org",
            MAIN + "AGENTS_DESK_NUMBER", "+4930777007",
            MAIN + "AGENTS_DESK_EXTENSION", "107");

    @Test
    void anAccountIsConfiguredByTheEnvironmentAlone() {
        var main = connections(RIGHT).named("main").orElseThrow();

        assertThat(TwilioConnections.tokens(main)).containsExactly("new", "old");
        assertThat(main.agents()).containsOnlyKeys("desk");
        assertThat(main.agents().get("desk").extension()).hasValue("107");
        assertThat(main.menu()).isEqualTo("default");
    }

    @Test
    void withoutAnAccountThereIsNone() {
        assertThat(connections(Map.of()).named("main")).isEmpty();
    }

    @Test
    void tokensOfAFileAreReadAsTheyAreNow(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("tokens"), "first\n");
        var settings = new HashMap<>(RIGHT);
        settings.remove(MAIN + "AUTH_TOKENS");
        settings.put(MAIN + "AUTH_TOKEN_FILE", file.toString());
        var main = connections(settings).named("main").orElseThrow();
        assertThat(TwilioConnections.tokens(main)).containsExactly("first");

        Files.writeString(file, "second\n\nfirst\n");

        assertThat(TwilioConnections.tokens(main)).containsExactly("second", "first");
    }

    @ParameterizedTest
    @CsvSource({
        "MENU, missing, there is no menu missing",
        "PUBLIC_URL, voice.example.org, its public URL must be",
        "QUEUE, two words, its queue must match",
        "AUTH_TOKENS, '', it has no auth token",
        "AGENTS_DESK_PIN, 1234, the PIN of desk must match"
    })
    void anAccountThatCouldNotTakeACallKeepsTheServiceFromStarting(String name, String value, String what) {
        var settings = new HashMap<>(RIGHT);
        settings.put(MAIN + name, value);

        assertThatThrownBy(() -> connections(settings))
                .hasMessageContaining("connection main")
                .hasMessageContaining(what);
    }

    private static TwilioConnections connections(Map<String, String> environment) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(PhoneConfig.class)
                .withMapping(TwilioConfig.class)
                .build();
        var menus = new Menus(config.getConfigMapping(PhoneConfig.class), new HumanWords());
        return new TwilioConnections(config.getConfigMapping(TwilioConfig.class), menus);
    }
}
