package io.carryon.gateway.phone.cti;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CtiConfigTest {

    @Test
    void connectionsAreConfiguredByEnvironmentVariablesAlone() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(CtiConfig.class)
                .withSources(new EnvConfigSource(
                        Map.of(
                                "CARRYON_CTI_PUBLIC_URL", "https://carryon.example",
                                "CARRYON_CTI_CONNECTIONS_PBX_TOKEN_FILE", "/run/secrets/pbx",
                                "CARRYON_CTI_CONNECTIONS_PBX_QUEUES", "+4930555010=billing,Hotline 2=technical",
                                "CARRYON_CTI_CONNECTIONS_CLOUD_KIND", "placetel",
                                "CARRYON_CTI_CONNECTIONS_CLOUD_TOKEN", "0123456789abcdef",
                                "CARRYON_CTI_CONNECTIONS_CLOUD_SECRET", "shared",
                                "CARRYON_CTI_CONNECTIONS_CLOUD_BLOCKED", "+4930666*,anonymous",
                                "CARRYON_CTI_CONNECTIONS_CLOUD_OUTBOUND", "*=+4930555010"),
                        300))
                .build()
                .getConfigMapping(CtiConfig.class);

        assertThat(config.publicUrl()).hasToString("Optional[https://carryon.example]");
        assertThat(config.connections()).containsOnlyKeys("pbx", "cloud");
        var pbx = config.connections().get("pbx");
        assertThat(pbx.kind()).isEqualTo(CtiConfig.Kind.GENERIC);
        assertThat(pbx.tokenFile()).contains(Path.of("/run/secrets/pbx"));
        assertThat(NumberRule.first(pbx.queues().orElseThrow(), "Hotline 2")).contains("technical");
        var cloud = config.connections().get("cloud");
        assertThat(cloud.kind()).isEqualTo(CtiConfig.Kind.PLACETEL);
        assertThat(cloud.secret()).contains("shared");
        assertThat(cloud.blocked().orElseThrow()).hasSize(2);
        assertThat(NumberRule.first(cloud.outbound().orElseThrow(), "+41791234567"))
                .contains("+4930555010");
    }
}
