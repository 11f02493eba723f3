package io.carryon.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.local.stack.StackPorts;
import io.carryon.local.tokens.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    private static final StackPorts PORTS = new StackPorts(1, 2, 3, 4, 5, 6);

    @TempDir
    Path data;

    @Test
    void leadsTheServicesToTheEmbeddedParts() throws IOException {
        Map<String, String> variables = connections(Map.of()).withServices(8090, 8081);

        assertThat(variables)
                .containsEntry("CARRYON_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/carryon")
                .containsEntry("CARRYON_KAFKA_BOOTSTRAP", "127.0.0.1:2")
                .containsEntry("CARRYON_SMTP_PORT", "5")
                .containsEntry("CARRYON_MONGODB_REQUESTS_AT_ONCE", "1")
                .containsEntry("CARRYON_JWT_AUDIENCE", "carryon")
                .containsEntry("CARRYON_PROFILE_URL", "http://127.0.0.1:8081")
                .containsEntry("CARRYON_CHAT_SOCKET_URL", "ws://localhost:8090/v1/chat/ws")
                .containsEntry("CARRYON_HELP_URL", "http://localhost:8090");
    }

    @Test
    void mixesNothingOfTheEmbeddedServerIntoTheAddressOfTheUsers() throws IOException {
        Map<String, String> users = Map.of(
                "CARRYON_POSTGRES_URL", "jdbc:postgresql://db/support",
                "CARRYON_POSTGRES_USER", "ana",
                "CARRYON_SMTP_HOST", "mail.example.com",
                "CARRYON_MONGODB_URI", "mongodb://documents",
                "HTTP_PROXY", "http://proxy");

        Map<String, String> variables = connections(users).withServices(8080, 8081);

        assertThat(variables)
                .containsEntry("CARRYON_POSTGRES_USER", "ana")
                .containsEntry("CARRYON_SMTP_HOST", "mail.example.com")
                .containsEntry("CARRYON_IMAP_PORT", "6")
                .doesNotContainKeys(
                        "CARRYON_POSTGRES_PASSWORD",
                        "CARRYON_SMTP_PORT",
                        "CARRYON_MONGODB_REQUESTS_AT_ONCE",
                        "HTTP_PROXY");
    }

    @Test
    void hasADemoSiteUnlessTheUserHasSitesOfTheirOwn() throws IOException {
        Map<String, String> variables = connections(Map.of()).withServices(8080, 8081);
        Map<String, String> users = connections(Map.of("CARRYON_SITES_SHOP_KEY", "shop-key-0123456789"))
                .withServices(8080, 8081);

        new DemoSite(8080, 8090).addTo(variables);
        new DemoSite(8080, 8090).addTo(users);

        assertThat(variables)
                .containsEntry("CARRYON_SITES_DEMO_KEY", DemoSite.KEY)
                .containsEntry(
                        "CARRYON_SITES_DEMO_ORIGINS",
                        "http://localhost:8080,http://127.0.0.1:8080,http://localhost:8090,http://127.0.0.1:8090");
        assertThat(users).containsKey("CARRYON_SITES_SHOP_KEY").doesNotContainKey("CARRYON_SITES_DEMO_KEY");
    }

    @Test
    void keepsTheSecretsOfADataDirectoryAndShowsThemToTheOwnerOnly() throws IOException {
        Secrets first = Secrets.in(data);
        Secrets second = Secrets.in(data);

        assertThat(second.signingSecret()).isEqualTo(first.signingSecret()).hasSize(64);
        assertThat(second.tokens()).containsEntry("cti", first.tokens().get("cti"));
        assertThat(Files.getPosixFilePermissions(first.telephoneToken())).hasSize(2);
        assertThat(Files.getPosixFilePermissions(first.keys().privateKey())).hasSize(2);
        assertThat(Files.getPosixFilePermissions(first.serviceToken())).hasSize(2);
    }

    private Connections connections(Map<String, String> users) throws IOException {
        return new Connections(users, PORTS, Secrets.in(data), data);
    }
}
