package io.carryon.profile.recognition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LittleWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            What is the status of my top up?                                    | en
            How to check your gmail spam label for good emails                  | en
            Ich habe meine Bestellung noch nicht bekommen                       | de
            Bonjour, je n'ai pas reçu ma commande et le suivi ne change plus    | fr
            Quiero saber por qué mi pedido no ha llegado, muy mal               | es
            Proszę o pomoc, nie mogę się zalogować                              | pl
            Nu am primit coletul pentru care am plătit                          | ro
            Noriu žinoti, kodėl mano užsakymas dar neatvyko                     | lt
            order 4711                                                          | -
            Je veux the invoice and the receipt pour mon compte                 | -
            parcel blender kettle invoice receipt voucher the warranty shipment courier depot my label stamp | -
            """)
    void aLanguageIsToldWhereItsLittleWordsLeaveNoDoubt(String text, String language) {
        assertThat(LittleWords.language(Word.of(text), text.length())).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            l'été -- don't 2024-48129, e.g. a_b  | l'ete don't 2024-48129 e.g a_b
            card xxxx-1583 or **** 1583 or #4    | card xxxx-1583 or **** 1583 or 4
            xx12ab x1 XX 99                      | xx12 ab x1 xx 99
            Straße, Łódź 😀 ５ 東京               | strasse lodz ５ 東京
            """)
    void wordsAreFoundWithTheirMarksAndMasks(String text, String words) {
        assertThat(Word.of(text).stream().map(Word::text)).containsExactly(words.split(" (?![0-9]{4}(?: |$))(?!99)"));
    }
}
