package io.carryon.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://gateway.example, gateway.example, -1",
        "https://gateway.example, gateway.example, 443",
        "https://Gateway.Example:443, gateway.example, -1",
        "http://localhost:8080, localhost, 8080",
        "http://[::1]:8080, [::1], 8080"
    })
    void aPageOfTheAddressCalledIsOurs(String origin, String host, int port) {
        assertThat(PageOrigin.of(origin, host, port, null).isOurs()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://gateway.example.evil.example, gateway.example, -1",
        "https://evil.example, gateway.example, -1",
        "https://gateway.example:8443, gateway.example, -1",
        "http://localhost:8090, localhost, 8080",
        "null, gateway.example, -1",
        "not an origin, gateway.example, -1"
    })
    void anyOtherIsNot(String origin, String host, int port) {
        assertThat(PageOrigin.of(origin, host, port, "cross-site").isOurs()).isFalse();
    }

    @Test
    void aBrowserIsBelievedThatPageAndAddressAreOfOneOrigin() {
        assertThat(PageOrigin.of("https://support.example", "gateway.internal", 8080, "same-origin")
                        .isOurs())
                .isTrue();
        assertThat(PageOrigin.of("https://support.example", "gateway.internal", 8080, null)
                        .isOf(URI.create("wss://support.example/v1/chat/ws")))
                .isTrue();
        assertThat(PageOrigin.NONE.isTold()).isFalse();
        assertThat(PageOrigin.NONE.isOurs()).isFalse();
    }
}
