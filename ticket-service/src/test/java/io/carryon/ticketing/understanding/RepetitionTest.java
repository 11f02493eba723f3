package io.carryon.ticketing.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {

    private static final Instant ANSWERED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(14);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The invoice of May charges my device twice. | Again: the May invoice still charges the device twice! | true
            The invoice of May charges my device twice. | I have got the corrected one, where do I send the old paper? | false
            My router loses its connection every evening around eight o'clock. | As I wrote, the router still loses connection every evening. | true
            My router loses its connection every evening around eight o'clock. | The technician came on Monday and replaced a cable. Can he come again? | false
            Die Rechnung vom Mai ist falsch, das Gerät wurde doppelt berechnet. | Die Rechnung ist immer noch falsch, das Gerät steht doppelt darauf. | true
            Die Rechnung vom Mai ist falsch, das Gerät wurde doppelt berechnet. | Meine Kundennummer lautet 4711, die Adresse hat sich geändert. | false
            Ma machine à laver ne chauffe plus l'eau depuis mardi. | Je répète : la machine à laver ne chauffe toujours pas l'eau. | true
            Ma machine à laver ne chauffe plus l'eau depuis mardi. | Le rendez-vous de jeudi me convient, merci. | false
            Faktura za maj jest błędna, naliczono dwa razy urządzenie. | Faktura za maj nadal jest błędna, dwa razy naliczone urządzenie. | true
            Faktura za maj jest błędna, naliczono dwa razy urządzenie. | Czy mogę zapłacić kartą w następnym tygodniu? | false
            Factura din mai este greșită, aparatul apare de două ori. | Factura este în continuare greșită, aparatul apare tot de două ori. | true
            Factura din mai este greșită, aparatul apare de două ori. | Vă trimit adresa nouă: strada Lungă numărul 5. | false
            Gegužės sąskaita neteisinga, prietaisas įrašytas du kartus. | Sąskaita vis dar neteisinga, prietaisas įrašytas du kartus! | true
            Gegužės sąskaita neteisinga, prietaisas įrašytas du kartus. | Kada atvyks meistras, prašau paskambinti rytoj. | false
            The invoice is wrong. | Hello? | false
            Hello? | Hello? | false
            """)
    void theSameSaidAgainIsToldFromWhatIsNew(String first, String again, boolean alert) {
        var said = said(first, again, ANSWERED, ANSWERED.plusSeconds(60));

        assertThat(said.isRedAlert(WINDOW)).as("likeness %s", said.likeness()).isEqualTo(alert);
    }

    @Test
    void nobodyRepeatsThemselvesBeforeAnAnswerOrLongAfterIt() {
        var text = "The invoice of May charges my device twice.";

        assertThat(said(text, text, null, ANSWERED).isRedAlert(WINDOW)).isFalse();
        assertThat(said(text, text, ANSWERED, ANSWERED.plus(WINDOW)).isRedAlert(WINDOW))
                .isTrue();
        assertThat(said(text, text, ANSWERED, ANSWERED.plus(WINDOW).plusSeconds(1))
                        .isRedAlert(WINDOW))
                .isFalse();
    }

    private static Repetition said(String first, String again, Instant answered, Instant at) {
        return new Repetition(UUID.randomUUID(), first, again, answered, at);
    }
}
