package io.carryon.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my card is 4111 1111 1111 1111 thanks      | my card is **** thanks
            4111-1111-1111-1111                        | ****
            378282246310005                            | ****
            card 4111111111111111, code later          | card ****, code later
            Meine IBAN ist DE89 3704 0044 0532 0130 00 | Meine IBAN ist ****
            iban nl91abna0417164300 please             | iban **** please
            d e 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0 | ****
            """)
    void aNumberThatPaysIsMaskedWhereverItIsSaid(String said, String masked) {
        assertThat(PaymentNumbers.masked(said)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My customer number is 20417.",
                "Call me at +49 30 123 45 67 or tomorrow",
                "4111 1111 1111 1112",
                "Order AB12 was never delivered to the right address in town",
                ""
            })
    void whatDoesNotPayIsLeftAsItIs(String said) {
        assertThat(PaymentNumbers.masked(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111 12 28 123",
                "4111 1111 1111 1111 123",
                "4111 1111 1111 1111, 123",
                "4111 1111 1111 1111 / 12/28",
                "1 4111 1111 1111 1111",
                "378282246310005 1234",
                "5555 5555 5555 4444, 12/28",
                "4222222222222 123"
            })
    void aCardBetweenOtherDigitsIsMaskedWithThem(String said) {
        assertThat(PaymentNumbers.masked("it is " + said)).isEqualTo("it is ****");
    }

    @Test
    void whoeverSendsDigitsWithoutEndIsAnsweredAllTheSame() {
        var zeros = "0".repeat(60_000);

        assertThat(PaymentNumbers.masked(zeros)).isEqualTo(zeros);
        assertThat(PaymentNumbers.masked(zeros + "4111111111111111")).isEqualTo("****");
    }
}
