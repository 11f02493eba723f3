package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures made by npm twilio 6.2.0, the first of them published by Twilio. */
class TwilioSignatureTest {

    private static final List<String> TOKEN = List.of("12345");
    private static final String PUBLISHED = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String PUBLISHED_SIGNATURE = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";
    private static final Map<String, List<String>> PUBLISHED_FORM = Map.of(
            "CallSid", List.of("CA1234567890ABCDE"),
            "Caller", List.of("+12349013030"),
            "Digits", List.of("1234"),
            "From", List.of("+12349013030"),
            "To", List.of("+18005551212"));

    @Test
    void thePublishedVectorIsRight() {
        assertThat(isBy(PUBLISHED, PUBLISHED_FORM, PUBLISHED_SIGNATURE)).isTrue();
    }

    @Test
    void aRepeatedParameterIsSignedByItsDifferentValuesInOrder() {
        var form = Map.of(
                "CallSid", List.of("CA1"),
                "AccountSid", List.of("AC1"),
                "MediaUrl", List.of("b", "a", "b"),
                "Body", List.of(" a b&c=d ü "));

        assertThat(isBy(
                        "https://voice.example.org/v1/voice/twilio/main/menu?n=root&l=en",
                        form,
                        "A3zBszRn+ykXafp+HljP1FwMB1I="))
                .isTrue();
    }

    @Test
    void aGetIsSignedByItsAddressAlone() {
        assertThat(isBy(
                        "https://voice.example.org/v1/voice/twilio/main/voice?CallSid=CA1&From=%2B4930",
                        Map.of(), "MDtt6P7K2+3rBcnVVqrzTw96TO8="))
                .isTrue();
    }

    @Test
    void aBodyThatIsNoFormIsCoveredByItsHash() {
        var hash = "c1223c516eeef969d01d32095692628face0922fb0afde00769c6eca24a142e0";
        var body = "{\"CallSid\":\"CA1\",\"text\":\"grüße\"}";

        assertThat(isBy(
                        "https://voice.example.org/v1/voice/twilio/main/events/status?bodySHA256=" + hash,
                        Map.of(),
                        "XLT5QH3AARXyjg4a7GZZdR4WAGc="))
                .isTrue();
        assertThat(TwilioSignature.covers(hash, body.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(TwilioSignature.covers(hash, "{}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://voice.example.org/v1/voice/twilio/main/voice, 6YHG6Tf+TXahnbGnirALTE2MchQ=",
        "https://voice.example.org:443/v1/voice/twilio/main/voice, 6YHG6Tf+TXahnbGnirALTE2MchQ=",
        "http://voice.example.org:8080/x, dBdSzc7ezZdPTXOuzaE7cxystoI="
    })
    void theStandardPortMayBeWrittenOrLeftOut(String url, String signature) {
        var form = Map.of("CallSid", List.of("CA1"));

        assertThat(isBy(url, form, signature)).isTrue();
        assertThat(isBy(url.replace("https:", "http:").replace("8080", "8081"), form, signature))
                .isFalse();
    }

    @Test
    void anotherTokenAddressOrFormIsAnotherSignature() {
        assertThat(TwilioSignature.isBy(List.of("54321"), List.of(PUBLISHED), PUBLISHED_FORM, PUBLISHED_SIGNATURE))
                .isFalse();
        assertThat(TwilioSignature.isBy(
                        List.of("new", "12345"), List.of(PUBLISHED), PUBLISHED_FORM, PUBLISHED_SIGNATURE))
                .isTrue();
        assertThat(isBy(PUBLISHED.replace("bar=2", "bar=3"), PUBLISHED_FORM, PUBLISHED_SIGNATURE))
                .isFalse();
        assertThat(isBy(PUBLISHED, Map.of(), PUBLISHED_SIGNATURE)).isFalse();
        assertThat(isBy(PUBLISHED, PUBLISHED_FORM, null)).isFalse();
        assertThat(isBy(PUBLISHED, PUBLISHED_FORM, "")).isFalse();
    }

    private static boolean isBy(String url, Map<String, List<String>> form, String signature) {
        return TwilioSignature.isBy(TOKEN, TwilioSignature.variants(url), form, signature);
    }
}
