package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Contact;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ties an answer to our mail, in each of the ways that customers' programs leave of it. */
class MailThreadTest {

    private static final UUID ISSUE = UUID.randomUUID();
    private static final UUID OTHER_ISSUE = UUID.randomUUID();

    private final ReplyToken tokens = new ReplyToken("secret");
    private final String ours = tokens.messageId(UUID.randomUUID(), ISSUE, "carryon.test");
    private final String others = tokens.messageId(UUID.randomUUID(), OTHER_ISSUE, "carryon.test");

    @Test
    void anAnswerNamesItsIssueByInReplyToAlone() {
        assertThat(thread("In-Reply-To: " + ours, "Re: Invoice").repliedIssueId())
                .isEqualTo(ISSUE);
    }

    @Test
    void anAnswerNamesItsIssueByReferencesAloneTheLatestFirst() {
        assertThat(thread("References: <first@example.org>\n " + others + "\n " + ours + "\n <x@example.org>", "Re: A")
                        .repliedIssueId())
                .isEqualTo(ISSUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"})
    void anAnswerNamesItsIssueByTheAddressAlone(String field) {
        var address = tokens.replyAddress(ISSUE, "support@carryon.test");

        assertThat(thread(field + ": Support <" + address + ">", "Another subject")
                        .repliedIssueId())
                .isEqualTo(ISSUE);
    }

    @Test
    void whatIsAnsweredCountsMoreThanAnAddressThatAProgramRemembers() {
        var remembered = tokens.replyAddress(OTHER_ISSUE, "support@carryon.test");

        assertThat(thread("Delivered-To: " + remembered + "\nIn-Reply-To: " + ours, "Re: Invoice")
                        .repliedIssueId())
                .isEqualTo(ISSUE);
    }

    @Test
    void anAddressThatSomebodyMadeUpNamesNothing() {
        var address = tokens.replyAddress(ISSUE, "support@carryon.test");
        var forged = new ReplyToken("guess").replyAddress(ISSUE, "support@carryon.test");
        var returnPath = tokens.returnPath(ISSUE, "support@carryon.test");

        assertThat(thread("Delivered-To: " + forged, "a").repliedIssueId()).isNull();
        assertThat(thread("Delivered-To: " + returnPath, "a").repliedIssueId()).isNull();
        assertThat(tokens.readReturnPath(address)).isEmpty();
        assertThat(tokens.readReplyAddress(address.toUpperCase(Locale.ROOT))).contains(ISSUE);
    }

    @Test
    void anAddressWithoutRoomForTheIssueStaysAsItIs() {
        var long30 = "customer-care-of-the-company-x" + "@carryon.test";

        assertThat(tokens.replyAddress(ISSUE, long30)).isEqualTo(long30);
    }

    @ParameterizedTest
    @CsvSource({
        "Re: Invoice [#1004275], 1004275",
        "AW: Rechnung [#1004275] - noch eine Frage, 1004275",
        "Re: [Ticket#1004275] Invoice, 1004275",
        "WG: Vorgang Nr. 1004275, 1004275",
        "Ticket 1004275, 1004275",
        "ticket no 1004275, 1004275",
        "Sprawa [#1004275], 1004275",
        "Dossier n° 1004275, 1004275",
        "Incidencia nº 1004275, 1004275",
        "Zgłoszenie nr 1004275, 1004275",
        "Caso núm. 1004275, 1004275",
    })
    void theNumberInTheSubjectIsFound(String subject, String number) {
        assertThat(thread("X-Nothing: else", subject).ticketNumbers()).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice 1004275", "My order 2026-1004275", "Call me: +49 30 1004275", "[2026] news"})
    void otherNumbersInTheSubjectAreNoTickets(String subject) {
        assertThat(thread("X-Nothing: else", subject).ticketNumbers()).isEmpty();
    }

    private Contact.Threading thread(String fields, String subject) {
        var mail = new MimeReader()
                .read(Mails.bytes(fields + "\n" + Mails.plain("ann@example.org", "a@example.org", subject, "Hello")));
        return new MailThread(tokens).of(mail);
    }
}
