package io.carryon.profile.recognition.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionQuestionTest {

    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static final UUID ISSUE = UUID.randomUUID();

    private final RecognitionQuestion question = new RecognitionQuestion("en", ZoneId.of("Europe/Berlin"));

    private static Reminder reminder(String channel, String at, String subject) {
        return new Reminder(ISSUE, channel, Instant.parse(at), subject, null);
    }

    private String text(String language, Reminder about) {
        return question.specific(language, about, true, NOW).text();
    }

    private String day(String at) {
        return text("en", reminder("phone", at, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I see you called on Tuesday about “Double charge”. Is this about the same?
            de | Ich sehe, Sie haben am Dienstag wegen „Double charge“ angerufen. Geht es um dasselbe?
            fr | Je vois que vous nous avez appelés mardi au sujet de «\u00a0Double charge\u00a0». S'agit-il de la même chose\u00a0?
            es | Veo que usted nos llamó el martes acerca de «Double charge». ¿Se trata de lo mismo?
            pl | Widzę, że dzwonili Państwo do nas we wtorek w sprawie „Double charge”. Czy chodzi o tę samą sprawę?
            ro | Văd că ne-ați sunat marți în legătură cu „Double charge”. Este vorba despre același lucru?
            lt | Matau, kad antradienį skambinote mums dėl „Double charge“. Ar kreipiatės dėl to paties?
            """)
    void itRemindsOfTheContactInTheCustomersLanguage(String language, String expected) {
        assertThat(text(language, reminder("phone", "2026-11-17T15:00:00Z", "Double charge")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I see you wrote to us on 3 November about the order 4711. Is this about the same?
            de | Ich sehe, Sie haben uns am 3. November wegen der Bestellung 4711 geschrieben. Geht es um dasselbe?
            fr | Je vois que vous nous avez écrit le 3 novembre au sujet de la commande 4711. S'agit-il de la même chose\u00a0?
            es | Veo que usted nos escribió el 3 de noviembre acerca del pedido 4711. ¿Se trata de lo mismo?
            pl | Widzę, że pisali Państwo do nas 3 listopada w sprawie zamówienia 4711. Czy chodzi o tę samą sprawę?
            ro | Văd că ne-ați scris pe 3 noiembrie în legătură cu comanda 4711. Este vorba despre același lucru?
            lt | Matau, kad lapkričio 3 d. rašėte mums dėl užsakymo 4711. Ar kreipiatės dėl to paties?
            """)
    void anOrdersNumberStandsInTheSubjectsPlace(String language, String expected) {
        var order = new Reminder(
                ISSUE,
                "email",
                Instant.parse("2026-11-03T12:00:00Z"),
                "Where is it?",
                new Reminder.Reference("order", "4711"));

        assertThat(text(language, order)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pl", "ro", "lt"})
    void everyLanguageHasEveryWord(String language) throws IOException {
        assertThat(bundle("en".equals(language) ? "" : "_" + language).stringPropertyNames())
                .isEqualTo(bundle("").stringPropertyNames());
        assertThat(text(language, reminder("chat", "2026-11-20T07:00:00Z", null)))
                .doesNotContain("{", "}");
        assertThat(question.general(language).text()).endsWith("?");
    }

    private static Properties bundle(String suffix) throws IOException {
        var words = new Properties();
        try (var stream =
                RecognitionQuestion.class.getResourceAsStream("/questions/question" + suffix + ".properties")) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }

    @Test
    void daysAreNamedAsOneSpeaks() {
        assertThat(day("2026-11-20T07:00:00Z")).contains("called today.");
        assertThat(day("2026-11-19T23:30:00Z")).as("past midnight in Berlin").contains("called today.");
        assertThat(day("2026-11-19T22:30:00Z")).contains("called yesterday.");
        assertThat(day("2026-11-14T12:00:00Z")).contains("called on Saturday.");
        assertThat(day("2026-11-13T12:00:00Z")).contains("called on 13 November.");
        assertThat(day("2025-11-01T12:00:00Z")).contains("called on 1 November 2025.");
        assertThat(day("2026-11-21T12:00:00Z")).as("a clock that is ahead").contains("called today.");
        assertThat(text("fr", reminder("phone", "2026-11-01T12:00:00Z", null))).contains("le 1er novembre");
    }

    @ParameterizedTest
    @CsvSource({
        "phone,called",
        "email,wrote to us",
        "chat,chatted with us",
        "portal,sent a request",
        "sms,texted us",
        "whatsapp,wrote to us on WhatsApp",
        "telegram,wrote to us on Telegram",
        "fax,contacted us"
    })
    void everyChannelHasItsVerb(String channel, String verb) {
        assertThat(text("en", reminder(channel, "2026-11-19T12:00:00Z", null)))
                .isEqualTo("I see you " + verb + " yesterday. Is this about the same?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Re: Fwd: AW: Double charge | Double charge
            RE[2]: [EXTERNAL] Double charge [#136813] | Double charge
            #136813: "Double charge" | Double charge
            Odp: WG: Double  charge (#136813) | Double charge
            Return of {day} and {contact} | Return of {day} and {contact}
            The washing machine that I bought with you in May does not spin any more | The washing machine that I bought with you in May does not…
            """)
    void theSubjectIsFreedOfMarks(String subject, String topic) {
        assertThat(text("en", reminder("email", "2026-11-19T12:00:00Z", subject)))
                .isEqualTo("I see you wrote to us yesterday about “" + topic + "”. Is this about the same?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re:",
                "  ",
                "??",
                "Phone call: root > billing",
                "(no subject)",
                "Win at https://evil.example/x",
                "hi"
            })
    void aSubjectThatSaysNothingIsLeftOut(String subject) {
        assertThat(text("en", reminder("email", "2026-11-19T12:00:00Z", subject)))
                .isEqualTo("I see you wrote to us yesterday. Is this about the same?");
    }

    @ParameterizedTest
    @CsvSource({"de-AT,de", "pl_PL,pl", "sw,en", "und,en", ",en", "'',en", "not a tag,en"})
    void aLanguageWithoutSentencesIsTheDefaultOne(String tag, String language) {
        assertThat(question.general(tag).language()).isEqualTo(language);
    }

    @Test
    void whoOnlyClaimsToBeTheCustomerIsAskedInGeneral() {
        var about = reminder("email", "2026-11-19T12:00:00Z", "Double charge");
        var claimed = question.specific("en", about, false, NOW);

        assertThat(claimed.disclosable()).isFalse();
        assertThat(claimed.general()).doesNotContain("Double", "yesterday");
        assertThat(question.specific("en", about, true, NOW).disclosable()).isTrue();
    }

    @Test
    void nothingIsAskedWhereItIsCertainOrNothingCameBefore() {
        var about = Optional.of(reminder("email", "2026-11-19T12:00:00Z", "Double charge"));

        assertThat(question.ask("en", true, about, true, true, NOW)).isEmpty();
        assertThat(question.ask("en", false, Optional.empty(), false, true, NOW))
                .isEmpty();
        assertThat(question.ask("en", false, Optional.empty(), true, true, NOW))
                .map(Question::kind)
                .contains(Question.Kind.GENERAL);
        assertThat(question.ask("en", false, about, true, true, NOW))
                .map(Question::kind)
                .contains(Question.Kind.SPECIFIC);
    }

    @Test
    void anEndlessSubjectIsCutWithoutSplittingACharacter() {
        var endless = text("en", reminder("email", "2026-11-19T12:00:00Z", "Wow" + "😀".repeat(50_000)));

        assertThat(endless).hasSizeLessThan(200).contains("…”");
        assertThat(endless.chars()
                                .filter(unit -> Character.isSurrogate((char) unit))
                                .count()
                        % 2)
                .isZero();
    }
}
