package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.ContactRefused;
import io.carryon.gateway.contact.IntakeLog.Arrival;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailIntakeTest {

    private static final UUID REPLY = UUID.randomUUID();

    @TempDir
    Path folder;

    private static final String CONNECTION = "support";

    private TestIntake stage;

    @BeforeEach
    void setUp() {
        stage = new TestIntake(folder);
    }

    @Test
    void mailsOfOneSenderKeepTheirOrderAndEachHasItsRow() {
        var dispositions = stage.intake()
                .take(CONNECTION, List.of(mail("1", "ann@example.org", "a"), mail("2", "ann@example.org", "b")));

        assertThat(stage.published()).extracting(Contact::subject).containsExactly("a", "b");
        assertThat(stage.noted())
                .extracting(Arrival::outcome)
                .containsOnly(Outcome.ACCEPTED)
                .hasSize(2);
        assertThat(dispositions.values()).containsOnly(Disposition.PROCESSED);
    }

    @Test
    void theSameMailAtTwoMailboxesIsOneContactOfEach() {
        stage.intake().take("support", List.of(mail("1", "ann@example.org", "a")));
        stage.intake().take("billing", List.of(mail("2", "ann@example.org", "a")));

        assertThat(stage.published()).extracting(Contact::connection).containsExactly("support", "billing");
        assertThat(stage.noted()).extracting(Arrival::connection).containsExactly("support", "billing");
        assertThat(stage.published()).extracting(Contact::contactId).doesNotHaveDuplicates();
    }

    @Test
    void everybodyElseAMailWentToIsNamedAndNotWe() {
        var raw = Mails.plain("ann@example.org", "a@example.org", "Hi", "Hello")
                .replace("To: support@", "Cc: Boss <boss@example.org>, Support+t1@Carryon.test\nTo: support@");

        stage.intake().take("support", List.of(new ArrivedMail("1", Mails.bytes(raw))));

        assertThat(stage.published().getFirst().participants())
                .extracting(Contact.Participant::address)
                .containsExactly("boss@example.org");
    }

    @Test
    void withoutTheBrokersAnswerAMailIsNeitherNotedNorMoved() {
        stage.onPublish(contact -> {
            throw new ContactNotAccepted("no answer", null);
        });

        var dispositions = stage.intake().take(CONNECTION, List.of(mail("1", "ann@example.org", "a")));

        assertThat(dispositions).containsEntry("1", Disposition.LEFT);
        assertThat(stage.noted()).isEmpty();
    }

    @Test
    void aContactThatCanNeverBePublishedIsHeldAndTheSendersNextMailGoesThrough() {
        stage.onPublish(contact -> {
            if (contact.subject().equals("huge")) {
                throw new ContactRefused("too large for an event", null);
            }
        });

        var dispositions = stage.intake()
                .take(CONNECTION, List.of(mail("1", "ann@example.org", "huge"), mail("2", "ann@example.org", "b")));

        assertThat(dispositions).containsEntry("1", Disposition.FAILED).containsEntry("2", Disposition.PROCESSED);
        assertThat(stage.held()).containsOnlyKeys("1");
        assertThat(stage.noted()).extracting(Arrival::outcome).containsExactly(Outcome.QUARANTINED, Outcome.ACCEPTED);
    }

    @Test
    void theSameMailTwiceInOneBatchIsOneContactAndTwoRows() {
        var raw = mail("1", "ann@example.org", "a").raw();

        stage.intake().take(CONNECTION, List.of(new ArrivedMail("1", raw), new ArrivedMail("2", raw)));

        assertThat(stage.published()).hasSize(1);
        assertThat(stage.noted()).extracting(Arrival::outcome).containsExactly(Outcome.ACCEPTED, Outcome.DUPLICATE);
        assertThat(stage.noted())
                .extracting(Arrival::contactId)
                .containsOnly(stage.published().getFirst().contactId());
    }

    @Test
    void aBounceDeliveredTwiceIsReportedOnceTheBrokerIsBack() {
        var mail = bounce("smtp; 550 5.1.1 unknown user");
        var twice = List.of(new ArrivedMail("1", mail), new ArrivedMail("2", mail));
        stage.onBounce((reply, reason) -> false);

        assertThat(stage.intake().take(CONNECTION, twice).values()).containsOnly(Disposition.LEFT);

        stage.onBounce((reply, reason) -> true);
        assertThat(stage.intake().take(CONNECTION, twice).values()).containsOnly(Disposition.PROCESSED);
        assertThat(stage.bounced()).containsExactly(REPLY, REPLY);
        assertThat(stage.missing()).containsOnly("nobody@example.org");
        assertThat(stage.noted()).extracting(Arrival::outcome).containsExactly(Outcome.BOUNCE, Outcome.DUPLICATE);
    }

    @Test
    void aMailThatCannotBeTakenInIsHeldAndHoldsNoOtherBack() {
        stage.onBounce((reply, reason) -> {
            throw new IllegalArgumentException("invalid byte sequence");
        });

        var dispositions = stage.intake()
                .take(
                        CONNECTION,
                        List.of(new ArrivedMail("1", bounce("smtp; 550")), mail("2", "ann@example.org", "a")));

        assertThat(dispositions).containsEntry("1", Disposition.FAILED).containsEntry("2", Disposition.PROCESSED);
        assertThat(stage.held().get("1")).contains("invalid byte sequence");
    }

    @Test
    void aNulInADiagnosisNeverReachesTheReport() {
        stage.intake().take(CONNECTION, List.of(new ArrivedMail("1", bounce("smtp; 550 \0 broken"))));

        assertThat(stage.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("550").doesNotContain("\0"));
    }

    @Test
    void anotherMailAtTheSamePlaceIsAnotherMail() {
        var first = ArrivedMail.at(
                "imap|support@old:143|INBOX|1|7",
                mail("1", "ann@example.org", "a").raw());
        var later = ArrivedMail.at(
                "imap|support@old:143|INBOX|1|7",
                mail("2", "bob@example.org", "b").raw());

        stage.intake().take(CONNECTION, List.of(first));
        stage.intake().take(CONNECTION, List.of(later));
        stage.intake().take(CONNECTION, List.of(later));

        assertThat(stage.published()).extracting(Contact::subject).containsExactly("a", "b");
    }

    @Test
    void aLargeMailIsTheSameContactWhicheverWayItComes() throws IOException {
        var mail = Mails.bytes(Mails.plain("ann@example.org", "photos@example.org", "Photos", "x".repeat(500_000)));

        var disposition = stage.intake().takeLarge(CONNECTION, "place", new ByteArrayInputStream(mail));
        stage.intake().take(CONNECTION, List.of(ArrivedMail.at("place", mail)));

        assertThat(disposition).isEqualTo(Disposition.PROCESSED);
        assertThat(stage.published()).extracting(Contact::subject).containsExactly("Photos");
        assertThat(stage.noted()).hasSize(1);
    }

    @Test
    void aMailTooLargeToBeReadIsKeptWholeAndShownWithItsHeaders() throws IOException {
        var mail = Mails.bytes(Mails.plain("ann@example.org", "big@example.org", "Photos", "x".repeat(2_000_000)));

        var disposition = stage.intake().takeLarge(CONNECTION, "place", new ByteArrayInputStream(mail));

        assertThat(disposition).isEqualTo(Disposition.FAILED);
        assertThat(stage.held().values())
                .singleElement()
                .satisfies(why -> assertThat(why).contains("too large", "ann@example.org", "Photos"));
        assertThat(stage.noted()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.QUARANTINED);
            assertThat(row.providerId()).isEqualTo("big@example.org");
            try (var original = stage.archive().open(row.originalSha256()).orElseThrow()) {
                assertThat(original.readAllBytes()).isEqualTo(mail);
            }
        });
    }

    @Test
    void theSenderOfAMailTooLargeIsToldOnceUnlessItIsAMachineOrWe() throws IOException {
        var content = "x".repeat(2_000_000);
        var mails = List.of(
                from("ann@example.org") + Mails.plain("Ann@example.org", "a@example.org", "Photos", content),
                from("support@carryon.test") + Mails.plain("support@carryon.test", "b@example.org", "Photos", content),
                from("bot@example.org") + "Auto-Submitted: auto-replied\n"
                        + Mails.plain("bot@example.org", "c@example.org", "Away", content),
                from("list@example.org") + "List-Id: <l.example.org>\n"
                        + Mails.plain("list@example.org", "d@example.org", "News", content),
                from("shop@example.org") + "Precedence: bulk\n"
                        + Mails.plain("shop@example.org", "e@example.org", "Sale", content),
                from("") + Mails.plain("none@example.org", "f@example.org", "Nobody waits", content),
                from("forger@example.net") + Mails.plain("named@example.org", "g@example.org", "Forged", content),
                "Subject: nobody's\n\n" + content);
        for (var mail : mails) {
            stage.intake().takeLarge(CONNECTION, "place", new ByteArrayInputStream(Mails.bytes(mail)));
        }
        stage.intake().takeLarge(CONNECTION, "place", new ByteArrayInputStream(Mails.bytes(mails.getFirst())));

        assertThat(stage.held()).hasSize(8);
        assertThat(stage.told()).containsExactly("Ann@example.org");
    }

    @Test
    void theMailsOfAStormAreAllKeptButOpenNoContactEach() {
        var storm = IntStream.range(0, 25)
                .mapToObj(i -> new ArrivedMail(
                        "storm-" + i,
                        Mails.bytes("Auto-Submitted: auto-generated\n"
                                + Mails.plain("alarm@example.org", "s" + i + "@example.org", "Host " + i, "down"))))
                .toList();
        stage.intake().take(CONNECTION, storm);
        stage.intake().take(CONNECTION, List.of(mail("1", "ann@example.org", "a")));

        assertThat(stage.published()).hasSize(26);
        var grouped = stage.published().stream()
                .filter(contact -> contact.sequence() > 0)
                .toList();
        assertThat(grouped).hasSize(15).extracting(Contact::sequence).doesNotHaveDuplicates();
        assertThat(grouped)
                .extracting(Contact::contactId)
                .containsOnly(stage.published().getFirst().contactId());
        assertThat(stage.noted())
                .filteredOn(row -> row.reason() != null && row.reason().startsWith("STORM"))
                .hasSize(15)
                .allMatch(row ->
                        row.contactId().equals(stage.published().getFirst().contactId()))
                .allMatch(row -> row.outcome() == Outcome.ACCEPTED);
    }

    @Test
    void whatComesRoundAndRoundIsNotAnsweredAutomatically() throws IOException {
        for (var i = 0; i < 8; i++) {
            var mail = from("ann@example.org")
                    + Mails.plain(
                            "ann@example.org", "r" + i + "@example.org", "Re: too large " + i, "x".repeat(2_000_000));
            stage.intake().takeLarge(CONNECTION, "place-" + i, new ByteArrayInputStream(Mails.bytes(mail)));
        }

        assertThat(stage.held()).hasSize(8);
        assertThat(stage.told()).hasSize(3);
    }

    private static String from(String envelope) {
        return "Return-Path: <" + envelope + ">\n";
    }

    private byte[] bounce(String diagnosis) {
        return Mails.bytes(Mails.bounce("b@mx.example.org", stage.messageIdOf(REPLY))
                .replace("smtp; 550 5.1.1 unknown user", diagnosis));
    }

    private static ArrivedMail mail(String key, String from, String subject) {
        return new ArrivedMail(key, Mails.bytes(Mails.plain(from, key + "@example.org", subject, "text of " + key)));
    }
}
