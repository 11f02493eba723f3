package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.reply.ReplyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Thanks</p><div class='gmail_quote'>Ar 2 Maw 2026 ysgrifennodd X<br><blockquote>old</blockquote></div>",
                "<p>Thanks</p><div id='appendonsend'></div><div id='divRplyFwdMsg'><b>Oddi wrth:</b> X</div><p>old</p>",
                "<p>Thanks</p><div class='yahoo_quoted'><div>Ar 2 Maw 2026 X</div><p>old</p></div>",
                "<p>Thanks</p><div name='quote'><div>Ar 2 Maw 2026 X</div><p>old</p></div>",
            })
    void theOldMailIsKnownByTheMarksOfTheMailProgramWhateverItsLanguage(String html) {
        assertThat(ReplyText.visible(HtmlText.of(html))).isEqualTo("Thanks");
    }

    @Test
    void aForwardedMailIsWhatTheSenderWantsRead() {
        assertThat(HtmlText.of("<p>See below</p><div class='gmail_quote'>---------- Forwarded message ---------<br>"
                        + "From: X<br><br>words</div>"))
                .contains("\nwords")
                .doesNotContain(">");
    }

    @Test
    void aSignatureIsKnownByItsMark() {
        assertThat(ReplyText.visible(
                        HtmlText.of("<p>Thanks</p><div class='gmail_signature'>Maria<br>+49 30 123</div>")))
                .isEqualTo("Thanks");
    }

    @Test
    void whatIsMadeOfMoreAttributesThanAnyMailIsReadAsFarAsTheyGo() {
        var html = "<p>Hello</p><a " + "b=c ".repeat(500_000) + ">world</a>";

        assertThat(HtmlText.of(html)).isEqualTo("Hello");
    }
}
