package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents as npm twilio's VoiceResponse writes them. */
class TwimlTest {

    private static final String DECLARED = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void attributesAndTextAreEscaped() {
        var verbs = List.of(
                Verb.say("de", "Müller & Söhne <\"GmbH\">"),
                Verb.of("Redirect", "method", "POST").saying("https://a.example/?x=1&y=\"2\""));

        assertThat(Twiml.document(verbs))
                .isEqualTo(DECLARED + "<Response><Say language=\"de-DE\">Müller &amp; Söhne &lt;\"GmbH\"&gt;</Say>"
                        + "<Redirect method=\"POST\">https://a.example/?x=1&amp;y=\"2\"</Redirect></Response>");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        assertThat(Twiml.document(List.of(Verb.of("Say").saying("a\u0000b\u0007c\uD800d\uD83D\uDE00"))))
                .isEqualTo(DECLARED + "<Response><Say>abcd\uD83D\uDE00</Say></Response>");
    }

    @Test
    void aLanguageWithoutAVoiceOfItsOwnIsSpokenByOneThatIsNamed() {
        assertThat(Twiml.document(List.of(Verb.say("lt", "Laba diena"))))
                .contains("<Say voice=\"Google.lt-LT-Standard-A\">Laba diena</Say>");
    }

    @Test
    void nothingToDoIsAnEmptyDocument() {
        assertThat(Twiml.document(List.of())).isEqualTo(DECLARED + "<Response></Response>");
    }
}
