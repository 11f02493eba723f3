package io.carryon.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAgreementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zoë Böhm | BOEHM Zoe | SAME",
                "García López, Sofía | Sofia Garcia | SAME",
                "Hans-Peter Strauß | hanspeter strauss | SAME",
                "Dr. Anna de la Cruz | Anna Cruz | SAME",
                "Олена Шевченко | Olena Shevchenko | SAME",
                "HP Strauß | Hans-Peter Strauss | INITIALS",
                "Vytautas Š. | Šimkus Vytautas | INITIALS",
                "Isabella Campbell | isabeldla cambpell | CLOSE",
                "Madalina | Mădălina Ionescu | PART",
                "M. | Mădălina Ionescu | UNKNOWN",
                " '' | Mădălina Ionescu | UNKNOWN",
                "Jan Kut | Jana Kut | MIXED",
                "B. Ruiz | Óscar Ruiz | MIXED",
                "Jan Kut | Ewa Lis | DIFFERENT"
            })
    void comparesWhatNamesArePutTogetherOf(String one, String other, NameAgreement expected) {
        assertThat(NameAgreement.of(PersonName.of(one), PersonName.of(other))).isEqualTo(expected);
        assertThat(NameAgreement.of(PersonName.of(other), PersonName.of(one))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Ioana & Mădălina Ionescu, true",
        "Herr und Frau Groß, true",
        "Familie Groß, true",
        "Ewa i Jan Kut, true",
        "José Ortega y Gasset, false",
        "Jan I Kowalski, false",
        "Anderson Andrew, false"
    })
    void knowsANameOfSeveralPeople(String name, boolean several) {
        assertThat(PersonName.of(name).household()).isEqualTo(several);
    }
}
