package io.carryon.ticketing.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.ticket.ReplyFrame;
import io.carryon.ticketing.wording.Language;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTextTest {

    private static final Map<String, String> KNOWN =
            Map.of("signature", "Ann Agent\nExample Ltd", "ticket-number", "100004", "agent-name", "Ann Agent");

    private static ReplyFrame around(String text, String frame, Map<String, String> known) {
        return FrameText.around(text, frame, known, Language.EN);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theUsualFrameGoesOutWithoutAPlaceInEveryLanguage(Language language) {
        var frame = FrameText.around("Hello", FrameText.usual(language), KNOWN, language);

        assertThat(frame.opening()).isNull();
        assertThat(frame.closing()).startsWith("-- \nAnn Agent\nExample Ltd\n").contains("100004");
        assertThat(frame.closing()).doesNotContain("{{");
    }

    @Test
    void whatComesNextAndTheTimeStandThereWhenTheyAreKnown() {
        var known = new HashMap<>(KNOWN);
        known.put("next-step", "we send a courier");
        known.put("next-update-by", "March 2, 2026");

        assertThat(around("Hello", FrameText.usual(Language.EN), known).closing())
                .containsSubsequence("we send a courier", "March 2, 2026", "-- \n", "100004");
    }

    @Test
    void whatTheTextSaysItselfIsNotSaidAgain() {
        var closing = around("Bye\nAnn Agent", "{{text}}\nYours\n{{agent-name}}", KNOWN)
                .closing();

        assertThat(closing).isEqualTo("Yours");
    }

    @Test
    void aPartOfALongerWordDoesNotSayIt() {
        var known = Map.of("agent-name", "Max");

        assertThat(around("The Maximum is 5", "{{text}}\n{{agent-name}}", known).closing())
                .isEqualTo("Max");
    }

    @Test
    void whoWritesAndTheNumberStandThereWhateverTheTextSays() {
        var closing = around("I am Ann Agent\nExample Ltd, about 100004.", FrameText.usual(Language.EN), KNOWN)
                .closing();

        assertThat(closing).startsWith("-- \nAnn Agent\nExample Ltd\n").contains("100004");
    }

    @Test
    void aFrameMayOpenAndNothingACustomerWroteMakesAPlace() {
        var frame =
                around("Hello", "Example Ltd\n{{subject}}\n\n{{text}}\n\nBye", Map.of("subject", "{{signature}} 5 $1"));

        assertThat(frame.opening()).isEqualTo("Example Ltd\n{ {signature}} 5 $1");
        assertThat(frame.closing()).isEqualTo("Bye");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bye", "{{text}}\n{{text}}", "Dear {{text}}", "{{text}}\nagain {{text}}"})
    void theTextHasOnePlaceOfItsOwn(String frame) {
        assertThat(FrameText.hasRoom(frame)).isFalse();
    }
}
