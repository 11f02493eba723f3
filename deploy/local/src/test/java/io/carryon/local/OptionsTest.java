package io.carryon.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

    @Test
    void keepsTheDataBesideTheSourcesUnlessToldOtherwise(@TempDir Path sources) throws Exception {
        assertThat(Options.parse("--root", sources.toString()).data()).isEqualTo(sources.resolve(".carryon"));
        assertThat(Options.parse("--data=/srv/carryon").data()).isEqualTo(Path.of("/srv/carryon"));
    }

    @Test
    void understandsEveryOptionOfTheUsageText() throws Exception {
        Options options = Options.parse("--demo", "--ports", "free", "--only-parts", "--data", "/srv/carryon");

        assertThat(options.demo()).isTrue();
        assertThat(options.freePorts()).isTrue();
        assertThat(options.onlyParts()).isTrue();
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatExceptionOfType(Options.Wrong.class)
                .isThrownBy(() -> Options.parse("--dmeo"))
                .withMessageContaining("--dmeo")
                .withMessageContaining("--help");
        assertThatExceptionOfType(Options.Wrong.class)
                .isThrownBy(() -> Options.parse("--data"))
                .withMessageContaining("needs a value");
    }
}
