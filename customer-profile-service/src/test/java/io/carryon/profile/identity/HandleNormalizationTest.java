package io.carryon.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleNormalizationTest {

    private final HandleNormalization normalization = new HandleNormalization(new PhoneNumbers(() -> "DE"));

    private Handle normal(HandleKind kind, String value, String region) {
        return normalization.normalize(kind, value, region, "contact-1");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "+49 (0)30 120407,DE,+4930120407",
                "+49 (0) 30 / 12 04 07,FR,+4930120407",
                "0049 30 120407,ES,+4930120407",
                " 4930120407,DE,+4930120407",
                "4930120407,DE,+4930120407",
                "030/120407,DE,+4930120407",
                "tel:+44-121-231-4863,DE,+441212314863",
                "sip:+441212314863@pbx.example;user=phone,DE,+441212314863",
                "8 612 34567,LT,+37061234567",
                "0043 1 5134567,US,+4315134567",
                "011 44 121 231 4863,US,+441212314863",
                "+49 30 120407 ,,+4930120407"
            })
    void everySpellingOfANumberIsOneNumber(String spelling, String region, String number) {
        var handle = normal(HandleKind.TEL, spelling, region == null || region.isEmpty() ? null : region);

        assertThat(handle.value()).isEqualTo(number);
        assertThat(handle.id()).isEqualTo("tel:" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "Restricted", "", "266696687", "sip:anonymous@10.0.0.1", "unbekannt", "0"})
    void withheldNumbersAreNobody(String spelling) {
        var handle = normal(HandleKind.TEL, spelling, "DE");

        assertThat(handle.lasts()).isFalse();
        assertThat(handle).isNotEqualTo(normalization.normalize(HandleKind.TEL, spelling, "DE", "contact-2"));
    }

    @Test
    void aMessengersAccountIsThereAnotherDayAndABrowsersSessionIsNot() {
        assertThat(normal(HandleKind.CHAT, "telegram:1234567", null).lasts()).isTrue();
        assertThat(normal(HandleKind.CHAT, "7d0ec5b1-7f0a-4b62-9d3f-0f4c39aa1f0e", null)
                        .lasts())
                .isFalse();
    }

    @Test
    void aNumberThatIsNoneIsKeptUnderAnIdOfItsOwn() {
        var handle = normal(HandleKind.TEL, "ext. 12", "DE");

        assertThat(handle.id()).isEqualTo("raw-tel:ext. 12");
        assertThat(handle.isNormal()).isFalse();
        assertThat(handle.lasts()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jana.Novak@Example.COM|jana.novak@example.com",
                "\"Jana Novak\" <jana@example.com>|jana@example.com",
                "<jana@example.com>,|jana@example.com",
                "mailto:jana@example.com?subject=Hi|jana@example.com",
                "jana@example.com (home)|jana@example.com",
                "jana@bücher.example|jana@xn--bcher-kva.example",
                "jana+tickets@example.com|jana+tickets@example.com"
            })
    void everySpellingOfAnAddressIsOneAddress(String spelling, String address) {
        assertThat(normal(HandleKind.MAILTO, spelling, null).id()).isEqualTo("mailto:" + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jana", "@example.com", "jana@", "jana novak@example.com", "a@b@c", "a@.."})
    void whatIsNoAddressIsKeptRaw(String spelling) {
        assertThat(normal(HandleKind.MAILTO, spelling, null).id()).isEqualTo("raw-mailto:" + spelling);
    }

    @Test
    void anOverlongAccountIsCutAndStaysItself() {
        var one = normal(HandleKind.ACCOUNT, "a".repeat(1000) + "1", null);
        var other = normal(HandleKind.ACCOUNT, "a".repeat(1000) + "2", null);

        assertThat(one.value()).hasSizeLessThanOrEqualTo(320);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void anOverlongNumberOrAddressIsBoundedAndDoesNotFail() {
        assertThat(normal(HandleKind.TEL, "+4930" + "1".repeat(5000), "DE").value())
                .hasSizeLessThanOrEqualTo(320);
        assertThat(normal(HandleKind.MAILTO, "a".repeat(5000) + "@example.com", null)
                        .value())
                .hasSizeLessThanOrEqualTo(320);
    }

    @Test
    void cuttingNeverSplitsACharacter() {
        assertThat(Texts.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(Texts.line(" \u0000 ", 10)).isNull();
    }
}
