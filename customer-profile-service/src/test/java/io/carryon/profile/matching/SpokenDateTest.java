package io.carryon.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDateTest {

    @ParameterizedTest
    @CsvSource({
        "13 8th 1933, 19330813, SAME",
        "28 lipca 1977, 19770728, SAME",
        "28 lipiec 1977, 19770728, SAME",
        "der 3. März 1960, 19600303, SAME",
        "7 de septiembre de 1999, 19990907, SAME",
        "le 14 juillet 1989, 19890714, SAME",
        "5 ianuarie 2001, 20010105, SAME",
        "12 to 78, 19780212, SAME",
        "01091 956, 19560901, SAME",
        "le premier août 1990, 19900801, SAME",
        "1er avril 1968, 19680401, SAME",
        "March 23rd 2016, 20160323, SAME",
        "28 June 1923, 19230728, NEAR",
        "28 June 1923, 19880205, OTHER",
        "24, 19880224, NOTHING",
        "okay, 19880224, NOTHING"
    })
    void holdsWhatWasHeardAgainstAKnownDate(String heard, String birth, SpokenDate.Agreement expected) {
        assertThat(SpokenDate.of(List.of(heard), birth)).isEqualTo(expected);
    }
}
