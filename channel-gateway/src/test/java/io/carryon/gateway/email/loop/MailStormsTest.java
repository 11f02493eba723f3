package io.carryon.gateway.email.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.loop.MailStorms.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mails go on with a contact of their sender's, and which never do. */
class MailStormsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ALARM = "alarm@example.org";

    private final MailStorms storms = new MailStorms(new TestStormConfig(10, 3));

    private List<Optional<Place>> placesOf(
            int mails, String sender, String subject, boolean isByMachine, Duration apart) {
        return IntStream.range(0, mails)
                .mapToObj(i -> storms.placeOf(
                        mail(sender, subject.formatted(i), isByMachine, NOON.plus(apart.multipliedBy(i)))))
                .toList();
    }

    private static SentMail mail(String sender, String subject, boolean isByMachine, Instant at) {
        return mail(sender, subject, isByMachine, at, at);
    }

    private static SentMail mail(String sender, String subject, boolean isByMachine, Instant at, Instant arrivedAt) {
        return new SentMail("support", sender, false, subject, isByMachine, UUID.randomUUID(), at, arrivedAt);
    }

    @Test
    void beyondTheLimitAMachinesMailsGoOnWithOneContact() {
        var places = placesOf(100, ALARM, "Host %d is down", true, Duration.ofSeconds(1));

        assertThat(places.subList(0, 10)).containsOnly(Optional.empty());
        assertThat(places.subList(10, 100)).doesNotContain(Optional.empty()).doesNotHaveDuplicates();
        assertThat(places.subList(10, 100).stream()
                        .map(place -> place.orElseThrow().contactId()))
                .hasSize(90)
                .containsOnly(places.get(10).orElseThrow().contactId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order %d", "[CRON] backup-7f%d3a failed", "12%d4"})
    void aPersonsProgramThatRepeatsItselfIsAStormToo(String subject) {
        assertThat(placesOf(12, "ann@example.org", subject, false, Duration.ofSeconds(10))
                        .getLast())
                .isPresent();
    }

    @Test
    void peopleAreNoStorm() {
        var words =
                List.of("invoice", "door", "heating", "window", "contract", "meter", "key", "lift", "cellar", "roof");
        for (var i = 0; i < 40; i++) {
            var subject = words.get(i % 10) + " " + words.get((i / 10 + i) % 10);
            assertThat(storms.placeOf(mail("ann@example.org", subject, false, NOON.plusSeconds(i))))
                    .isEmpty();
        }
        assertThat(placesOf(50, "alarm@example.org", "Host %d", true, Duration.ofMinutes(2)))
                .as("one every two minutes, however many wait to be read")
                .containsOnly(Optional.empty());
        assertThat(placesOf(50, "form@shop.example", "Contact form", true, Duration.ofSeconds(1)))
                .as("who writes for many")
                .containsOnly(Optional.empty());
    }

    @Test
    void aSubjectOfAnyLengthTakesNoTime() {
        assertThat(mail(ALARM, "a".repeat(5_000_000) + "1", true, NOON).topic()).hasSize(200);
    }

    @Test
    void whoWasProvedIsNotPutWithWhoOnlyClaimsToBeThem() {
        placesOf(20, ALARM, "Host %d", true, Duration.ofSeconds(1));

        var proved = new SentMail("support", ALARM, true, "Host 1", true, UUID.randomUUID(), NOON, NOON);
        var elsewhere = new SentMail("billing", ALARM, false, "Host 1", true, UUID.randomUUID(), NOON, NOON);

        assertThat(storms.placeOf(proved)).isEmpty();
        assertThat(storms.placeOf(elsewhere)).isEmpty();
    }

    @Test
    void theSameMailReadAgainHasThePlaceItHad() {
        placesOf(15, ALARM, "Host %d", true, Duration.ofSeconds(1));
        var again = mail(ALARM, "Host 99", true, NOON);

        var first = storms.placeOf(again);

        assertThat(first).isPresent();
        assertThat(storms.placeOf(again)).isEqualTo(first);
    }

    @Test
    void aStormOfWhichTheNewestAndTheOldestComeByTurnsIsOne() {
        var read = NOON.plus(Duration.ofDays(1));
        var places = IntStream.range(0, 1_000)
                .mapToObj(i -> {
                    var isNewest = i / 100 % 2 == 0;
                    var at = isNewest
                            ? NOON.minusSeconds(i)
                            : NOON.minus(Duration.ofHours(10)).plusSeconds(i);
                    return storms.placeOf(mail(ALARM, "Host " + i, true, at, read.plusSeconds(i / 100)));
                })
                .toList();

        assertThat(places.stream().filter(Optional::isEmpty)).hasSize(10);
        var grouped = places.stream().flatMap(Optional::stream).toList();
        assertThat(grouped).doesNotHaveDuplicates();
        assertThat(grouped)
                .extracting(Place::contactId)
                .containsOnly(grouped.getFirst().contactId());
    }

    @Test
    void whatAStormsSenderWritesOfSomethingElseLongBeforeIsAContact() {
        placesOf(50, ALARM, "Host %d is down", true, Duration.ofSeconds(1));

        var before = NOON.minus(Duration.ofHours(10));
        assertThat(storms.placeOf(mail(ALARM, "Backup done", true, before, NOON.plusSeconds(50))))
                .isEmpty();
        assertThat(storms.placeOf(mail(ALARM, "Host 7 is down", true, before, NOON.plus(Duration.ofHours(1)))))
                .as("it has been quiet for an hour")
                .isEmpty();
    }

    @Test
    void afterTheStormEachIsAContactAgainAndTheNextStormBeginsAnew() {
        var first = placesOf(20, ALARM, "Host %d", true, Duration.ofSeconds(1)).getLast();
        var later = NOON.plus(Duration.ofHours(2));

        assertThat(storms.placeOf(mail(ALARM, "Host 1", true, later))).isEmpty();
        for (var i = 0; i < 9; i++) {
            storms.placeOf(mail(ALARM, "Host 2", true, later));
        }
        assertThat(storms.placeOf(mail(ALARM, "Host 3", true, later))
                        .orElseThrow()
                        .contactId())
                .isNotEqualTo(first.orElseThrow().contactId());
    }
}
