package io.carryon.ticketing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThankYouTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "Thank you very much for your help.\n\nBest regards\nMaria Weber",
                "Great, works now. Many thanks again!\n-- \nMaria Weber, Weber Ltd, phone 030 1234",
                "Vielen Dank für die schnelle Antwort!\nMit freundlichen Grüßen\nMaria",
                "Merci beaucoup pour votre aide.\nCordialement, Maria",
                "¡Muchas gracias!",
                "Grazie mille",
                "Dziękuję bardzo za pomoc",
                "Mulțumesc mult!",
                "Labai ačiū!",
            })
    void courtesyIsNoRequest(String text) {
        assertThat(ThankYou.isThanks(text, "Maria Weber")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ok",
                "Maria",
                "Thanks for nothing!",
                "Thanks, but it is broken again.",
                "Thank you. And the refund?",
                "Thanks, my number is 4711",
                "Danke, geht leider nicht",
                "Merci, mais non",
                "Thanks https://example.org",
            })
    void whateverMayBeMoreIsARequest(String text) {
        assertThat(ThankYou.isThanks(text, "Maria Weber")).isFalse();
    }

    @org.junit.jupiter.api.Test
    void thanksOfAnotherNameMayBeAQuestionToThem() {
        assertThat(ThankYou.isThanks("Thanks, Peter Schmidt", "Maria Weber")).isFalse();
    }
}
