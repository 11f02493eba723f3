package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Contact;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers' mails that staff pass on. */
class StaffForwardsTest {

    private static final String VOUCHED =
            "Authentication-Results: mx.carryon.test; dmarc=pass header.from=partner.example\n";

    private static final String THREADED = "References: <earlier@partner.example>\n";

    private static final String ATTACHED = """
            From: Amy <amy@partner.example>
            To: support@carryon.test
            Subject: please help her
            Message-ID: <fwd@partner.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/plain; charset=UTF-8

            She called me, too.
            --x
            Content-Type: message/rfc822
            Content-Disposition: attachment

            From: Maria Weber <Maria@example.org>
            To: amy@partner.example, Boss <boss@example.org>
            Subject: Invoice
            Message-ID: <question@example.org>
            Content-Type: text/plain; charset=UTF-8

            My invoice is wrong.
            --x--
            """;

    @TempDir
    Path folder;

    private TestIntake stage;

    @BeforeEach
    void setUp() {
        stage = new TestIntake(folder);
    }

    private Contact taken(String mail) {
        stage.intake().take("support", List.of(new ArrivedMail(UUID.randomUUID().toString(), Mails.bytes(mail))));
        return stage.published().getLast();
    }

    @Test
    void anAttachedMailIsItsWritersAndSaysWhoPassedItOn() {
        var contact = taken(VOUCHED + ATTACHED);

        assertThat(contact.sender().name()).isEqualTo("Maria Weber");
        assertThat(contact.sender().handles()).singleElement().satisfies(handle -> {
            assertThat(handle.value()).isEqualTo("maria@example.org");
            assertThat(handle.verification().name()).isEqualTo("CLAIMED");
        });
        assertThat(contact.subject()).isEqualTo("Invoice");
        assertThat(contact.text().strip()).isEqualTo("My invoice is wrong.");
        assertThat(contact.thread().messageId()).isEqualTo("question@example.org");
        assertThat(contact.participants())
                .extracting(Contact.Participant::address)
                .containsExactly("boss@example.org");
        assertThat(contact.forwardedBy())
                .isEqualTo(new Contact.Forwarder("Amy", "amy@partner.example", "She called me, too."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fwd: Invoice|---------- Forwarded message ---------\nFrom: Maria Weber <maria@example.org>\n"
                        + "Date: Mon, 2 Mar 2026 at 10:15\nSubject: Invoice\nTo: <amy@partner.example>",
                "WG: Invoice|Von: Maria Weber <maria@example.org>\nGesendet: Montag, 2. März 2026 10:15\n"
                        + "An: Amy\nBetreff: Invoice",
                "TR: Invoice|De : Maria Weber <maria@example.org>\nEnvoyé : lundi 2 mars 2026\nObjet : Invoice",
                "RV: Invoice|De: Maria Weber <maria@example.org>\nEnviado el: lunes\nPara: Amy\nAsunto: Invoice",
                "PD: Invoice|Od: Maria Weber <maria@example.org>\nData: 2 marca 2026\nTemat: Invoice",
                "Invoice|Begin forwarded message:\n\n> From: Maria Weber <maria@example.org>\n> Subject: Invoice\n"
                        + "> Date: 2 March 2026",
                "Invoice|-------- Weitergeleitete Nachricht --------\nBetreff: Invoice\nDatum: Mon, 2 Mar 2026\n"
                        + "Von: Maria Weber <maria@example.org>\nAn: amy@partner.example"
            })
    void aMailThatIsPassedOnAsTextIsItsWriters(String mail) {
        var parts = mail.split("\\|");
        var quoted = parts[1].contains("\n> ");
        var text = "She called me, too.\n\n" + parts[1]
                + (quoted ? "\n>\n> My invoice is wrong." : "\n\nMy invoice is wrong.");

        var contact = taken(VOUCHED + Mails.plain("Amy <amy@partner.example>", "f@partner.example", parts[0], text));

        assertThat(contact.sender().name()).isEqualTo("Maria Weber");
        assertThat(contact.sender().handles().getFirst().value()).isEqualTo("maria@example.org");
        assertThat(contact.subject()).isEqualTo("Invoice");
        assertThat(contact.text().strip()).isEqualTo("My invoice is wrong.");
        assertThat(contact.forwardedBy().text()).isEqualTo("She called me, too.");
    }

    @Test
    void nobodyIsStaffForWhomTheirDomainDoesNotVouch() {
        for (var results : List.of("", VOUCHED.replace("pass", "fail"), VOUCHED.replace("mx.carryon", "mx.stranger"))) {
            var contact = taken(results + ATTACHED.replace("<fwd@", "<%s@".formatted(results.hashCode())));

            assertThat(contact.sender().handles().getFirst().value()).isEqualTo("amy@partner.example");
            assertThat(contact.forwardedBy()).isNull();
        }
    }

    @Test
    void aCustomerWhoPassesAMailOnIsItsSender() {
        var contact = taken(
                VOUCHED.replace("partner", "example") + ATTACHED.replace("amy@partner.example", "joe@example.example"));

        assertThat(contact.sender().handles().getFirst().value()).isEqualTo("joe@example.example");
        assertThat(contact.forwardedBy()).isNull();
    }

    @Test
    void anAnswerOfStaffThatQuotesFieldsIsNotPassedOn() {
        var text =
                "I think so.\n\nFrom: Maria Weber <maria@example.org>\nSent: Monday\nSubject: Invoice\n\nIs it right?";
        var contact = taken(VOUCHED + Mails.plain("amy@partner.example", "r@partner.example", "Re: Invoice", text));

        assertThat(contact.forwardedBy()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "> "})
    void anAnswerOfStaffThatQuotesAMailPassedOnIsTheirOwn(String margin) {
        var text = "I think so.\n\n"
                + ("---------- Forwarded message ---------\nFrom: Maria Weber <maria@example.org>\n"
                                + "Date: Mon, 2 Mar 2026 at 10:15\nSubject: Invoice\n\nIs it right?")
                        .indent(0)
                        .replaceAll("(?m)^", margin);
        var answer = Mails.plain("amy@partner.example", "r@partner.example", "Re: Invoice", text);

        assertThat(taken(VOUCHED + THREADED + answer).forwardedBy()).isNull();
        if (!margin.isEmpty()) {
            assertThat(taken(VOUCHED + answer.replace("r@", "s@")).forwardedBy())
                    .isNull();
        }
    }

    @Test
    void whatAnAnswerOfStaffEnclosesIsPassedOnWhereItsSubjectSaysSo() {
        assertThat(taken(VOUCHED + THREADED + ATTACHED).forwardedBy()).isNull();

        var saidSo = ATTACHED.replace("please help her", "Fwd: Invoice").replace("<fwd@", "<said@");
        assertThat(taken(VOUCHED + THREADED + saidSo).sender().name()).isEqualTo("Maria Weber");
    }

    @Test
    void aMailThatIsPassedOnIsTakenToItsEnd() {
        var text = "Von: Maria Weber <maria@example.org>\nBetreff: Invoice\n\n" + "line\n".repeat(6_000) + "the end";

        var contact = taken(
                VOUCHED + THREADED + Mails.plain("amy@partner.example", "l@partner.example", "WG: Invoice", text));

        assertThat(contact.sender().name()).isEqualTo("Maria Weber");
        assertThat(contact.text().strip()).endsWith("line\nthe end").hasLineCount(6_001);
    }

    @Test
    void whatStaffPassOnOfStaffIsTheirOwn() {
        var contact = taken(VOUCHED + ATTACHED.replace("Maria@example.org", "ben@carryon.test"));

        assertThat(contact.sender().handles().getFirst().value()).isEqualTo("amy@partner.example");
    }
}
