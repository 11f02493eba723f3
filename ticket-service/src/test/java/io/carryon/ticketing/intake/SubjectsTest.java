package io.carryon.ticketing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.ticket.Channel;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Test
    void theSubjectTheCustomerGaveStands() {
        assertThat(Subjects.of(contact(Channel.EMAIL, " Invoice\r\n of May ", "text")))
                .isEqualTo("Invoice of May");
    }

    @Test
    void withoutOneTheFirstLineOfTheTextIsTaken() {
        assertThat(Subjects.of(contact(Channel.CHAT, null, "\n\nHello, my parcel is late\nBye")))
                .isEqualTo("Hello, my parcel is late");
    }

    @Test
    void aLongFirstLineIsCutAtAWord() {
        assertThat(Subjects.of(contact(Channel.EMAIL, "", "word ".repeat(60))))
                .hasSizeLessThanOrEqualTo(80)
                .endsWith("word…");
    }

    @Test
    void aCharacterOfTwoHalvesIsNeverCutInTwo() {
        var cut = Subjects.of(contact(Channel.EMAIL, null, "a" + "😀".repeat(100)));

        assertThat(cut.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    @Test
    void withoutAnyWordTheChannelSpeaks() {
        assertThat(Subjects.of(contact(Channel.PHONE, null, ""))).isEqualTo("Phone call");
        assertThat(Subjects.of(contact(Channel.EMAIL, " ", " "))).isEqualTo("E-mail without a subject");
    }

    private static RecognizedContact.Contact contact(Channel channel, String subject, String text) {
        return new RecognizedContact.Contact(
                null, null, 0, channel, "c", null, null, null, null, subject, text, null, null, false, null, null, null,
                null, null, null, null, null, null);
    }
}
