package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.AutomaticMail.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticMailTest {

    private static Kind kindOf(String mail) {
        return AutomaticMail.kindOf(new MimeReader().read(Mails.bytes(mail)));
    }

    @Test
    void aDeliveryReportIsABounceEvenWhenItSaysAutoReplied() {
        assertThat(kindOf(Mails.bounce("b@x", "<a@b>"))).isEqualTo(Kind.BOUNCE);
    }

    @Test
    void aVacationAnswerIsAnAutoReply() {
        assertThat(kindOf(Mails.autoReply("a@example.org", "a@x"))).isEqualTo(Kind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Automatische Antwort: Rechnung", "Out of Office: hello", "Réponse automatique : absent"})
    void theSubjectOfAResponderCountsInAMailThatAsksForNoAnswers(String subject) {
        var mail = Mails.plain("a@example.org", "m@x", subject, "away");

        assertThat(kindOf("X-Auto-Response-Suppress: All\n" + mail)).isEqualTo(Kind.AUTO_REPLY);
        assertThat(kindOf("Return-Path: <>\n" + mail)).isEqualTo(Kind.AUTO_REPLY);
        assertThat(kindOf("Auto-Submitted: auto-generated\n" + mail)).isEqualTo(Kind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Order 4711",
                "Respuesta automática: Pedido",
                "[Auto-Reply] Order",
                "自动回复：订单",
                "Out of office",
            })
    void anAnswerWhoseSubjectBeginsAsAPersonsNeverDoesIsAResponders(String subject) {
        assertThat(kindOf("In-Reply-To: <ours@carryon.test>\n" + Mails.plain("a@example.org", "m@x", subject, "away")))
                .isEqualTo(Kind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unzustellbar: Rechnung",
                "Non remis : Facture",
                "No se pudo entregar: Factura",
                "Não é possível entregar: Fatura",
                "Kan inte levereras: Faktura",
                "Nie można dostarczyć: Faktura",
                "Недоставленное сообщение",
                "Message delayed",
                "系统退信",
                "WARNING: could not send message for past 4 hours"
            })
    void aMailServersSubjectIsABounceInManyLanguages(String subject) {
        assertThat(kindOf(Mails.plain("postmaster@mx.example.org", "m@x", subject, "550")))
                .isEqualTo(Kind.BOUNCE);
        assertThat(kindOf(Mails.plain("ann@example.org", "m@x", subject, "550")))
                .isEqualTo(Kind.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My out of office rule does not work",
                "Re: Automatische Antwort: Rechnung",
                "Automatische Antwort: Rechnung",
                "Auto: Kfz-Schaden",
                "Automatic response is broken",
                "Parcel could not be delivered",
                "Delivery failed to show up"
            })
    void aPersonWritingAboutSuchThingsIsAPersonWhateverTheWords(String subject) {
        var body = "The courier says it could not be delivered, and that the mailbox is full. Error 550 5.1.1.";

        assertThat(kindOf(Mails.plain("a@example.org", "m@x", subject, body))).isEqualTo(Kind.PERSONAL);
        assertThat(kindOf("In-Reply-To: <ours@carryon.test>\n"
                        + Mails.plain("a@example.org", "m@x", "Re: " + subject, body)))
                .isEqualTo(Kind.PERSONAL);
    }

    @Test
    void aShopsNoticeOfAFailedDeliveryIsNoBounceForItBringsNoMailBack() {
        assertThat(kindOf(Mails.plain(
                        "no-reply@courier.example",
                        "m@x",
                        "Parcel could not be delivered",
                        "It could not be delivered.")))
                .isEqualTo(Kind.PERSONAL);
    }

    @Test
    void aMailServersWordsAreABounceWithoutAReport() {
        assertThat(kindOf(Mails.plain(
                        "MAILER-DAEMON@mx.example.org", "m@x", "failure notice", "This is the qmail-send program.")))
                .isEqualTo(Kind.BOUNCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I paid 550 EUR, and 554 before.",
                "It fails since version 5.1.2.",
                "My mailbox is full, says your portal, with a fatal error.",
                "The parcel could not be delivered; the address is undeliverable, says the courier."
            })
    void aWebFormOrAPostmasterWhoWritesOfTroubleIsNoMailServer(String body) {
        assertThat(kindOf("Return-Path: <>\n" + Mails.plain("a@example.org", "m@x", "Help", body)))
                .isEqualTo(Kind.PERSONAL);
        assertThat(kindOf(Mails.plain("postmaster@example.org", "m@x", "Help", body)))
                .isEqualTo(Kind.PERSONAL);
    }

    @Test
    void aMailServersSentenceIsABounceWhateverTheSubject() {
        assertThat(kindOf(Mails.plain(
                        "post_master@example.org", "m@x", "Re: Invoice", "550 - action not taken: no such user here")))
                .isEqualTo(Kind.BOUNCE);
    }

    @Test
    void aListMakesAContactBecauseACustomerMayWriteThroughOne() {
        var mail = "List-Id: <support.example.org>\n" + Mails.plain("a@example.org", "m@x", "Help", "Please");
        assertThat(kindOf(mail)).isEqualTo(Kind.LIST);
        assertThat(Kind.LIST.makesContact()).isTrue();
    }
}
