package io.carryon.gateway.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{8,}");

    @TempDir
    Path directory;

    @Test
    void aSecretIsGivenItselfOrInAFile() throws IOException {
        var file = Files.writeString(directory.resolve("secret"), "fromafile\n");

        assertThat(secret(Optional.of("itselfgiven"), Optional.of(file))).isEqualTo("itselfgiven");
        assertThat(secret(Optional.empty(), Optional.of(file))).isEqualTo("fromafile");
    }

    @Test
    void whatIsWrongStopsTheStartAndNamesTheConnectionButNeverASecret() {
        assertThatThrownBy(() -> secret(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carryon.telegram.connections.bot: it needs a right token");
        assertThatThrownBy(() -> secret(Optional.of("SHORT"), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("SHORT");
        assertThatThrownBy(() -> Setup.of("carryon.telegram.connections", "a/b"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String secret(Optional<String> given, Optional<Path> file) {
        return Setup.of("carryon.telegram.connections", "bot").secret("token", given, file, SHAPE);
    }
}
