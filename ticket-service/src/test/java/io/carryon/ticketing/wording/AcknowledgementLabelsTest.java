package io.carryon.ticketing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sentences that staff write, labelled by hand: how many acknowledgements are told, and what is taken for one. */
class AcknowledgementLabelsTest {

    private static final List<String> HEARD = """
            I'm so sorry you had to wait this long.
            I can see why you were upset when the second parcel came back.
            That must have been a nasty surprise on a Saturday morning.
            Thank you for letting us know about the leak.
            We apologise for the mix-up with your order.
            I understand you need the room by Friday.
            Thanks for telling us, this should not have happened.
            How frustrating to be sent from one desk to the next.
            Es tut mir wirklich leid, dass Sie so lange warten mussten.
            Ich kann gut verstehen, dass Sie verärgert sind.
            Ihr Ärger ist absolut nachvollziehbar, das hätte nicht passieren dürfen.
            Bitte entschuldigen Sie die falsche Auskunft von gestern.
            Wir nehmen Ihren Hinweis sehr ernst.
            Das ist ärgerlich, zumal Sie schon zweimal angerufen haben.
            Je suis vraiment désolée pour ce retard.
            Nous comprenons votre déception.
            Veuillez excuser cette erreur de notre part.
            Je regrette que personne ne vous ait rappelé.
            Merci de nous avoir prévenus aussi vite.
            C'est agaçant, surtout un dimanche soir.
            Lo siento mucho, no debía haber ocurrido.
            Entiendo que está cansado de esperar.
            Le pedimos disculpas por el error.
            Gracias por avisarnos del problema.
            Bardzo mi przykro, że musiał Pan tyle czekać.
            Rozumiem Pani zdenerwowanie.
            Przepraszamy za pomyłkę w zamówieniu.
            Traktujemy tę sprawę poważnie.
            Îmi pare rău că ați așteptat atât.
            Înțelegem cât de important este pentru dumneavoastră.
            Ne cerem scuze pentru întârziere.
            Atsiprašome, kad teko tiek laukti.
            Suprantu, kad tai labai svarbu.
            Apgailestauju, kad Jums niekas neatskambino.""".lines().toList();

    private static final List<String> NOT_HEARD = """
            Your order was shipped on Monday.
            Please restart the router and press the button for ten seconds.
            The invoice is attached.
            According to our terms a return is possible within 14 days.
            You have to fill in the form first.
            Your request has been forwarded to the department in charge.
            We have received your message and will reply soon.
            Die Rechnung finden Sie im Anhang.
            Bitte starten Sie das Gerät neu.
            Ihre Anfrage wurde an die Fachabteilung weitergeleitet.
            Selbstverständlich ist die Rücksendung kostenlos.
            Der Techniker kommt am Donnerstag zwischen acht und zehn.
            Votre colis est parti lundi.
            Veuillez remplir le formulaire ci-joint.
            Le technicien passera jeudi matin.
            Su pedido salió el lunes.
            Rellene el formulario adjunto, por favor.
            Paczka została wysłana w poniedziałek.
            Proszę wypełnić formularz.
            Coletul a fost trimis luni.
            Completați formularul atașat.
            Siunta išsiųsta pirmadienį.
            Prašome užpildyti formą.""".lines().toList();

    @Test
    void ofTenAcknowledgementsNineAreToldAndHardlyAnythingElseIs() {
        assertThat(missed().count() * 10).as("missed: %s", missed().toList()).isLessThanOrEqualTo(HEARD.size());
        assertThat(NOT_HEARD).noneMatch(Phrases::acknowledge);
    }

    private static Stream<String> missed() {
        return HEARD.stream().filter(sentence -> !Phrases.acknowledge(sentence));
    }
}
