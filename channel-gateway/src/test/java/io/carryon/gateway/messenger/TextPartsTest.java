package io.carryon.gateway.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTest {

    @Test
    void aTextThatFitsIsOnePartAndABlankOneNone() {
        assertThat(TextParts.of(" Hello ", 10)).containsExactly("Hello");
        assertThat(TextParts.of(" \n ", 10)).isEmpty();
    }

    @Test
    void itIsCutBetweenParagraphsElseLinesElseWords() {
        assertThat(TextParts.of("One two.\n\nThree four", 12)).containsExactly("One two.", "Three four");
        assertThat(TextParts.of("One two\nthree four", 12)).containsExactly("One two", "three four");
        assertThat(TextParts.of("One two three", 9)).containsExactly("One two", "three");
    }

    @Test
    void whereThereIsNoPlaceToCutNoCharacterIsCutInTwo() {
        assertThat(TextParts.of("a".repeat(25), 10)).containsExactly("a".repeat(10), "a".repeat(10), "a".repeat(5));
        assertThat(TextParts.of("😀".repeat(3), 3)).containsExactly("😀", "😀", "😀");
    }
}
