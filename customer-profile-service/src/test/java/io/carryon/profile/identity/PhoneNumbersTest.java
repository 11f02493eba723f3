package io.carryon.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneNumbersTest {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private final PhoneNumbers phones = new PhoneNumbers(() -> "DE");

    static Set<String> regions() {
        return LIBRARY.getSupportedRegions();
    }

    private static Stream<PhoneNumber> examples(String region) {
        return Stream.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
                .map(type -> LIBRARY.getExampleNumberForType(region, type))
                .filter(Objects::nonNull);
    }

    @ParameterizedTest
    @MethodSource("regions")
    void aNumberIsReadInEveryFormItsCountryWritesItIn(String region) {
        assertThat(examples(region)).allSatisfy(number -> {
            var e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
            var spaced = LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
            var spellings = Stream.of(
                    e164,
                    spaced,
                    e164.substring(1),
                    spaced.substring(1),
                    "00" + e164.substring(1),
                    LIBRARY.format(number, PhoneNumberFormat.NATIONAL),
                    LIBRARY.getNationalSignificantNumber(number));

            assertThat(spellings)
                    .allSatisfy(spelling -> assertThat(phones.e164(spelling, region))
                            .as(spelling)
                            .isEqualTo(Optional.of(e164)));
        });
    }
}
