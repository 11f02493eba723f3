package io.carryon.ticketing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyingTest {

    @ParameterizedTest
    @CsvSource({
        "Invoice, Re: Invoice",
        "Re: Invoice, Re: Invoice",
        "RE: AW: Re[2]: Invoice, Re: Invoice",
        "Regarding my invoice, Re: Regarding my invoice",
    })
    void aReplyCarriesOneMark(String subject, String expected) {
        assertThat(Replying.answering(subject)).isEqualTo(expected);
    }
}
