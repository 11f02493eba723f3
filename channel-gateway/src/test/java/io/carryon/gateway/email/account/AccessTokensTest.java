package io.carryon.gateway.email.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.testing.MovableClock;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokensTest {

    private final MovableClock clock = new MovableClock();
    private TestTokenEndpoint endpoint;

    @BeforeEach
    void setUp() throws IOException {
        endpoint = new TestTokenEndpoint();
    }

    @AfterEach
    void tearDown() {
        endpoint.close();
    }

    private AccessTokens tokens(Optional<Path> refreshTokenFile) {
        return new AccessTokens(
                new Client(URI.create(endpoint.url()), refreshTokenFile), Duration.ofSeconds(10), clock);
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() throws Exception {
        var tokens = tokens(Optional.empty());
        assertThat(tokens.current()).isEqualTo("token-1");
        clock.advance(Duration.ofMinutes(58));
        assertThat(tokens.current()).isEqualTo("token-1");

        clock.advance(Duration.ofMinutes(1));

        assertThat(tokens.current()).isEqualTo("token-2");
        assertThat(endpoint.forms())
                .containsOnly(
                        "grant_type=client_credentials&client_id=carryon&client_secret=s3cr&t&scope=https://mail/.default");
    }

    @Test
    void aTokenThatIsRefusedIsNotUsedAgainAndOneThatFollowedItIsKept() throws Exception {
        var tokens = tokens(Optional.empty());
        var first = tokens.current();

        tokens.refused(first);
        var second = tokens.current();
        tokens.refused(first);

        assertThat(second).isEqualTo("token-2");
        assertThat(tokens.current()).isEqualTo(second);
    }

    @Test
    void aRefreshTokenIsFollowedByTheOneGivenForItUntilAnOperatorWritesAnother(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("refresh"), "first\n");
        endpoint.answer(200, "{\"access_token\":\"token-%d\",\"expires_in\":1,\"refresh_token\":\"next-%d\"}");
        var tokens = tokens(Optional.of(file));
        for (var i = 0; i < 3; i++) {
            tokens.current();
            clock.advance(Duration.ofSeconds(1));
        }
        Files.writeString(file, "other\n");
        tokens.current();

        assertThat(endpoint.forms())
                .extracting(form -> form.replaceAll(".*&refresh_token=([^&]*).*", "$1"))
                .containsExactly("first", "next-1", "next-2", "other");
        assertThat(endpoint.forms()).allMatch(form -> form.startsWith("grant_type=refresh_token&"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_client\",\"error_description\":\"s3cr&t is wrong\"} | 400 invalid_client",
                "503 | busy | 503 with no JSON object",
                "200 | {\"token\":\"s3cr&t\"} | 200",
                "200 | null | 200 with no JSON object",
                "400 | {\"error\":\"s3cr&t is wrong\"} | 400",
            })
    void whatIsNoTokenIsSaidWithoutItsSecrets(int status, String answer, String said) {
        endpoint.answer(status, answer);

        assertThatThrownBy(() -> tokens(Optional.empty()).current())
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("s3cr");
    }

    @Test
    void anAnswerThatIsTooLongForATokenIsNotKept() {
        endpoint.answer(200, " ".repeat(300_000) + "{\"access_token\":\"token-%d\"}");

        assertThatThrownBy(() -> tokens(Optional.empty()).current()).hasMessageContaining("200 with no JSON object");
    }

    @Test
    void anEndpointThatTakesTheRequestAndSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/token");
            var tokens = new AccessTokens(new Client(url, Optional.empty()), Duration.ofMillis(100), clock);

            assertThatThrownBy(tokens::current)
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("does not answer");
        }
    }

    private record Client(URI tokenUrl, Optional<Path> refreshTokenFile) implements OauthClient {

        @Override
        public String clientId() {
            return "carryon";
        }

        @Override
        public Optional<String> clientSecret() {
            return Optional.of("s3cr&t");
        }

        @Override
        public Optional<Path> clientSecretFile() {
            return Optional.empty();
        }

        @Override
        public Optional<String> refreshToken() {
            return Optional.empty();
        }

        @Override
        public Optional<String> scope() {
            return Optional.of("https://mail/.default");
        }
    }
}
