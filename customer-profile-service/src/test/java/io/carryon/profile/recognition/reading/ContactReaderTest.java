package io.carryon.profile.recognition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactReaderTest {

    private static final ContactReader READER = new ContactReader(new LanguageGuess());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where is my order 4711-0815?                                  | ORDER   | 47110815
            Order number #4711 0815, please                               | ORDER   | 47110815
            4711 is my order number                                       | ORDER   | 4711
            the invoice number is INV-2025-88112                          | INVOICE | inv202588112
            it is about invoice two zero two five um double eight one     | INVOICE | 2025881
            my claim is c l five two five nine five seven                 | CLAIM   | cl525957
            Meine Bestellnummer ist 4711 0815.                            | ORDER   | 47110815
            la facture n° 2025-114 est fausse                             | INVOICE | 2025114
            Zamówienie 998877 nie dotarło                                 | ORDER   | 998877
            my card is xxxx-1583                                          | CARD    | 1583
            the card ending one five eight three does not work            | CARD    | 1583
            policy number p nine three oh seven one                       | POLICY  | p9307
            booking reference QX7K29                                      | REFERENCE | qx7k29
            Cutsomer no. 774411                                           | CUSTOMER | 774411
            """)
    void findsNumbersAndWhatTheyAreCalled(String text, NumberName name, String value) {
        assertThat(READER.read(text, null).numbers()).anySatisfy(number -> {
            assertThat(number.name()).isEqualTo(name);
            assertThat(number.value()).startsWith(value);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I paid €4711.00 on 12.03.2025",
                "see https://example.com/4711/0815 or write to user4711@example.com",
                "I moved here in 2019 with my two children",
                "I would like a refund of 150 euros for the kettle",
                "A transfer of 1200 EUR is missing, and EUR 3000 were taken instead",
                "Ich warte auf die Rückzahlung von 1.500 Euro",
                "Brakuje przelewu 1500 zł",
                "the order was to bring me 20000 points",
                "paid $ 4711 for it, which is 4711 € too much"
            })
    void amountsDatesAndAddressesNameNothing(String text) {
        assertThat(READER.read(text, "en").numbers()).isEmpty();
    }

    @Test
    void aShortNumberBehindWhatHappenedIsNoReference() {
        assertThat(READER.read("I asked you for a refund of 2500 in March", "en")
                        .transactional())
                .isEmpty();
        assertThat(READER.read("It is refund number 2500", "en").transactional())
                .hasSize(1);
    }

    @Test
    void aDictatedNumberIsTheSameWhenADigitWasLostOrDoubled() {
        var written = READER.read("Order 33345718", "en").numbers().getFirst();
        var heard = READER.read("my order is three three three three four five seven one eight", "en")
                .numbers()
                .getFirst();
        var other = READER.read("my order is three three three four five seven one nine", "en")
                .numbers()
                .getFirst();

        assertThat(heard.isSameAs(written)).isTrue();
        assertThat(other.isSameAs(written)).isFalse();
    }

    @Test
    void theMeaningIsWhatTheCustomerSaysWithoutGreetingQuoteSignatureAndNumbers() {
        var mail = """
                Dear Sir or Madam,

                The blender arrived broken. It is about order 4711-0815.

                Kind regards
                Ana Pop
                tel. +40 21 123 4567

                On Tue, 06 Aug 2024 at 23:33 Support <support@example.com> wrote:
                > How can we help?
                """;

        assertThat(READER.read(mail, "en").meaning()).isEqualTo("The blender arrived broken");
    }

    @Test
    void whatIsSpokenLosesItsFillers() {
        assertThat(READER.read("yes hi um i called about uh my my refund you know it never came", "en")
                        .meaning())
                .isEqualTo("my refund it never came");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Meine Karte wurde gestohlen                | stolen
            fr | On m'a volé ma carte bancaire              | bank card
            es | Me han cobrado dos veces                   | charged
            pl | Nie otrzymałem zwrotu pieniędzy            | refund
            ro | Vreau să schimb parola                     | password
            lt | Pamiršau slaptažodį                        | password
            """)
    void otherLanguagesAreGlossedInEnglish(String language, String text, String word) {
        var reading = READER.read(text, null);

        assertThat(reading.language()).isEqualTo(language);
        assertThat(reading.meaning()).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any news?",
                "I am still waiting for your answer, thank you.",
                "You said someone would call me back. My customer number is 774411.",
                "Gibt es etwas Neues?",
                "Toujours pas de réponse de votre part",
                "Nadal czekam na odpowiedź",
                "is there any progres on my request",
                "Anything new?"
            })
    void whatOnlyAsksForNewsIsAFollowUp(String text) {
        assertThat(READER.read(text, null).followUp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is there any news about my refund?",
                "hello",
                "",
                "Still no hot water in the flat",
                "👍🔥",
                "I have a new question",
                "This is a new issue, please get back to me",
                "Can someone call me about another matter?",
                "I am waiting for an answer to something else",
                "Ich habe eine neue Frage und hoffe auf Antwort",
                "J'ai une nouvelle question",
                "Tengo una pregunta nueva",
                "Mam nowe pytanie",
                "Am o întrebare nouă",
                "Turiu naują klausimą"
            })
    void whatNamesAMatterOrNothingAtAllIsNone(String text) {
        assertThat(READER.read(text, null).followUp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🙂🙂🙂", "日本語のテキスト 4711", "العربية", "\u0000\uD800", "> > >", "--"})
    void strangeTextsAreRead(String text) {
        assertThat(READER.read(text, null)).isNotNull();
    }

    @Test
    void whatLooksLikeAQuoteWithoutEndIsReadInBoundedTime() {
        assertThat(READER.read("a" + "\n".repeat(60_000), "en").meaning()).isEqualTo("a");
    }

    @Test
    void ofAVeryLongTextTheBeginningIsRead() {
        var reading = READER.read("My parcel is lost. " + "one two three four five ".repeat(5_000), "en");

        assertThat(reading.meaning())
                .hasSizeLessThanOrEqualTo(ContactReader.LONGEST)
                .startsWith("My parcel is lost");
    }
}
