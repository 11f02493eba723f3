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
    void theSubjectOfAClientsResponderIsKnown(String subject) {
        assertThat(kindOf(Mails.plain("a@example.org", "m@x", subject, "away"))).isEqualTo(Kind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My out of office rule does not work",
                "Re: Automatische Antwort: Rechnung",
                "Parcel could not be delivered",
                "Delivery failed to show up"
            })
    void aPersonWritingAboutSuchThingsIsAPerson(String subject) {
        assertThat(kindOf(Mails.plain("a@example.org", "m@x", subject, "Please help me with it.")))
                .isEqualTo(Kind.PERSONAL);
    }

    @Test
    void aListMakesAContactBecauseACustomerMayWriteThroughOne() {
        var mail = "List-Id: <support.example.org>\n" + Mails.plain("a@example.org", "m@x", "Help", "Please");
        assertThat(kindOf(mail)).isEqualTo(Kind.LIST);
        assertThat(Kind.LIST.makesContact()).isTrue();
    }
}
