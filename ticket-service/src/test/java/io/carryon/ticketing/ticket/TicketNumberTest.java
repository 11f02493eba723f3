package io.carryon.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TicketNumberTest {

    @Test
    void numbersAreSixOrSevenDigitsWithoutLeadingZero() {
        assertThat(TicketNumber.ofSerial(10_000).value()).matches("[1-9]\\d{5}");
        assertThat(TicketNumber.ofSerial(999_999).value()).matches("[1-9]\\d{6}");
    }

    @Test
    void everySingleWrongDigitIsCaught() {
        serials().forEach(number -> {
            for (var at = 0; at < number.length(); at++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    if (number.charAt(at) != digit) {
                        var wrong = number.substring(0, at) + digit + number.substring(at + 1);
                        assertThat(TicketNumber.parse(wrong))
                                .as("%s for %s", wrong, number)
                                .isEmpty();
                    }
                }
            }
        });
    }

    @Test
    void everySwapOfTwoNeighboursIsCaught() {
        serials().forEach(number -> {
            for (var at = 0; at < number.length() - 1; at++) {
                if (number.charAt(at) != number.charAt(at + 1)) {
                    var swapped = number.substring(0, at)
                            + number.charAt(at + 1)
                            + number.charAt(at)
                            + number.substring(at + 2);
                    assertThat(TicketNumber.parse(swapped))
                            .as("%s for %s", swapped, number)
                            .isEmpty();
                }
            }
        });
    }

    @Test
    void theWayPeopleWriteANumberIsRead() {
        var number = TicketNumber.ofSerial(12_345);
        var digits = number.value();

        assertThat(TicketNumber.parse("#" + digits.substring(0, 3) + " " + digits.substring(3)))
                .contains(number);
        assertThat(TicketNumber.parse(digits.substring(0, 3) + "-" + digits.substring(3)))
                .contains(number);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(TicketNumber.parse("")).isEmpty();
        assertThat(TicketNumber.parse("12a456")).isEmpty();
        assertThat(TicketNumber.parse("0")).isEmpty();
        assertThatThrownBy(() -> new TicketNumber("000000")).isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.stream.Stream<String> serials() {
        return LongStream.of(10_000, 10_001, 12_345, 54_321, 90_909, 99_999, 123_456, 777_777)
                .mapToObj(serial -> TicketNumber.ofSerial(serial).value());
    }
}
