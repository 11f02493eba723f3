package io.carryon.gateway.phone.cti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CtiConnectionsTest {

    private static final String TOKEN = "a-token-of-many-characters";

    private record Config(Optional<URI> publicUrl, Map<String, CtiConfig.Connection> connections)
            implements CtiConfig {}

    private record Configured(CtiConfig.Kind kind, Optional<String> token) implements CtiConfig.Connection {

        @Override
        public Optional<Path> tokenFile() {
            return Optional.empty();
        }

        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> secretFile() {
            return Optional.empty();
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public Optional<List<NumberPattern>> blocked() {
            return Optional.empty();
        }

        @Override
        public Optional<List<NumberRule>> outbound() {
            return Optional.empty();
        }

        @Override
        public Optional<List<NumberRule>> queues() {
            return Optional.empty();
        }
    }

    @Test
    void whatIsWrongStopsTheStartAndNamesTheConnectionButNeverAToken() {
        var generic = CtiConfig.Kind.GENERIC;
        refused(Map.of("office", new Configured(generic, Optional.empty())), "office", "needs a token");
        refused(Map.of("office", new Configured(generic, Optional.of("short"))), "office", "16 to 128");
        refused(Map.of("of fice", new Configured(generic, Optional.of(TOKEN))), "of fice", "its name");
        refused(
                Map.of("sip", new Configured(CtiConfig.Kind.SIPGATE, Optional.of(TOKEN))),
                "sip",
                "carryon.cti.public-url");
        var twice = new LinkedHashMap<String, CtiConfig.Connection>();
        twice.put("one", new Configured(generic, Optional.of(TOKEN)));
        twice.put("two", new Configured(generic, Optional.of(TOKEN)));
        refused(twice, "two", "another connection's");
    }

    @Test
    void numbersFitWhateverTheirPrefixIsWrittenLike() {
        var pattern = NumberPattern.of("+49 30 666*");

        assertThat(List.of("+4930666123", "004930666123", " 4930666123", "4930666", "sip:+4930666123@pbx.example"))
                .allMatch(pattern::fits);
        assertThat(List.of("+4930667", "030666123", "anonymous", "")).noneMatch(pattern::fits);
        assertThat(NumberPattern.of("anonymous").fits("Anonymous")).isTrue();
        assertThatThrownBy(() -> NumberRule.of("+4930*")).hasMessageContaining("+4930*=support");
    }

    private static void refused(Map<String, CtiConfig.Connection> connections, String name, String what) {
        assertThatThrownBy(() -> new CtiConnections(new Config(Optional.empty(), connections)))
                .hasMessageContaining(name)
                .hasMessageContaining(what)
                .message()
                .doesNotContain(TOKEN);
    }
}
