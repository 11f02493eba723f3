package io.carryon.gateway.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerNumberTest {

    private static final NumberPlan.Writing DE = new NumberPlan.Writing("DE", false);

    @ParameterizedTest
    @CsvSource({
        "' 49301234567', +49301234567",
        "+49 (30) 123-4567, +49301234567",
        "030/1234567, 0301234567",
        "sip:+49301234567@pbx.example;user=phone, +49301234567",
        "tel:+49301234567, +49301234567"
    })
    void whateverTelephonyDeliversBecomesPlusAndDigits(String raw, String number) {
        assertThat(CallerNumber.dialable(raw)).contains(number);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"anonymous", "unknown", "withheld", "sip:anonymous@anonymous.invalid", "12", "Marta"})
    void aWithheldNumberIsNone(String raw) {
        assertThat(CallerNumber.dialable(raw)).isEmpty();
    }

    @Test
    void eachCallWithoutANumberIsSomebodyElse() {
        var one = CallerNumber.handle("anonymous", DE, Call.contactIdOf("pbx", "1"), false);
        var other = CallerNumber.handle("anonymous", DE, Call.contactIdOf("pbx", "2"), false);

        assertThat(one.value()).isNotEqualTo(other.value());
    }

    @Test
    void theSameCallIdOfTwoIvrsIsTwoCalls() {
        assertThat(Call.contactIdOf("pbx", "1")).isNotEqualTo(Call.contactIdOf("cloud", "1"));
    }
}
