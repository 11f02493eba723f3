package io.carryon.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormsTest {

    @ParameterizedTest
    @CsvSource({
        "telegram, https://t.me/Ana, telegram:ana",
        "Twitter, @Ana, x:ana",
        "x, https://x.com/ana?lang=de, x:ana",
        "facebook, https://www.facebook.com/profile.php?id=1234, facebook:1234",
        "discord, Ana#1234, discord:ana#1234"
    })
    void aNameOnAPlatform(String platform, String written, String normal) {
        assertThat(PlatformNames.normal(platform, written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"1970-05-01", "19700501", "01.05.1970", "1/5/1970", "1970/05/01"})
    void aDateOfBirth(String written) {
        assertThat(BirthDates.normal(written)).contains("19700501");
    }

    @ParameterizedTest
    @CsvSource({
        "C-00451963, 451 963, true",
        "KUNDE 451963, 451963, true",
        "C-451963, D-451963, false",
        "451963, 4519630, false",
        "AB12CD, ab-12-cd, true"
    })
    void anAccountNumber(String one, String other, boolean same) {
        assertThat(AccountNumber.of(one).isSame(AccountNumber.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "Golf three two quebec x-ray, g32qx",
        "s for Sarah w 1, sw1",
        "b comme Bernard deux, b2",
        "4 3 – 371, 43371"
    })
    void whatWasSpelled(String heard, String letters) {
        assertThat(SpokenLetters.of(heard)).isEqualTo(letters);
    }
}
