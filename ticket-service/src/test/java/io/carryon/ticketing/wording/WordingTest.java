package io.carryon.ticketing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final List<String> TEXTS = List.of(
            "greeting",
            "greeting-nameless",
            "restated",
            "expected",
            "corrected",
            "heard",
            "heard.TO_BE_HEARD",
            "heard.INFORMATION",
            "heard.REPAIR",
            "heard.REFUND",
            "heard.FORMAL_COMPLAINT",
            "next",
            "next-by",
            "closing",
            "number");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasAllWordsAndItsOwnAcknowledgementsAcknowledge(Language language) {
        var phrases = Phrases.in(language);

        for (var key : TEXTS) {
            assertThat(phrases.text(key)).as(key).isNotBlank();
            if (key.startsWith("heard")) {
                assertThat(Phrases.acknowledge(phrases.text(key)))
                        .as(phrases.text(key))
                        .isTrue();
            }
        }
        assertThat(Phrases.promise(phrases.text("next"))).isTrue();
        assertThat(Language.guess(
                        String.join(" ", TEXTS.stream().map(phrases::text).toList())))
                .contains(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You can find the invoice in your account.",
                "Wir haben die Rechnung korrigiert.",
                "Votre facture est corrigée.",
                "Hemos corregido la factura.",
                "Poprawiliśmy fakturę.",
                "Am corectat factura.",
                "Sąskaita pataisyta.",
                "Selbstverständlich können Sie das Gerät zurückgeben.",
            })
    void aSolutionAloneAcknowledgesNothing(String text) {
        assertThat(Phrases.acknowledge(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where do I find the invoice for the month of May? | EN",
                "Die Rechnung ist nicht richtig, bitte schicken Sie mir eine neue. | DE",
                "La facture n’est pas juste, je vous prie de la corriger. | FR",
                "Mi factura no es correcta y no he recibido una respuesta. | ES",
                "Faktura jest zła, proszę o jej poprawienie, bo nie mam czasu. | PL",
                "Factura nu este bună, vă rog să îmi trimiteți alta pentru mai. | RO",
                "Sąskaita yra neteisinga, prašau ją pataisyti, nes aš jau mokėjau už tai. | LT",
                "OK |",
                "Carryon 4711 |",
            })
    void smallWordsTellTheLanguage(String text, Language language) {
        assertThat(Language.guess(text).orElse(null)).isEqualTo(language);
    }

    @Test
    void placesAreFilledOnceAndWhatIsUnknownStays() {
        var known = Map.of("customer-name", "Maria $1 Weber", "problem", "my {{solution}} fails");

        assertThat(Template.fill("Dear {{ customer-name }}: {{problem}}. {{solution}}", known))
                .isEqualTo("Dear Maria $1 Weber: my { {solution}} fails. {{solution}}");
        assertThat(Template.places("{{a}} {b} {{ c.d }} {{a}} {{}} {{ü ö}} {{{{"))
                .containsExactly("a", "c.d", "ü ö");
    }
}
