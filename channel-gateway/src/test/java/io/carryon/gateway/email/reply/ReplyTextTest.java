package io.carryon.gateway.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

    private static final String NEW = "Yes, that is the right one.\n\nPlease go on.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Mar 2, 2026 at 10:15 AM Support <s@carryon.example> wrote:",
                "On Mon, Mar 2, 2026 at 10:15 AM Support Team of the Company <\ns@carryon.example> wrote:",
                "On Monday, March 2, 2026 at 10:15:00 AM GMT+1, Support\n<s@carryon.example> wrote:",
                "On 2 Mar 2026, at 10:15, Support <s@carryon.example> wrote:",
                "On 3/2/26 10:15, Support wrote:",
                "On Monday, 2 March 2026, Support <s@carryon.example> wrote:",
                "2026-03-02 10:15 GMT+01:00 Support <s@carryon.example>:",
                "2026-03-02 10:15 GMT+01:00 Support of a Long Name <\ns@carryon.example>:",
                "Am Mo., 2. März 2026 um 10:15 Uhr schrieb Support <s@carryon.example>:",
                "Support <s@carryon.example> schrieb am Mo., 2. März 2026\num 10:15 Uhr:",
                "Am 02.03.26 um 10:15 schrieb Support:",
                "Le lun. 2 mars 2026 à 10:15, Support <s@carryon.example> a écrit :",
                "Le 02/03/2026 à 10:15, Support a écrit :",
                "El lun, 2 mar 2026 a las 10:15, Support (<s@carryon.example>) escribió:",
                "El 2/3/26 a las 10:15, Support escribió:",
                "Il giorno lun 2 mar 2026 alle ore 10:15 Support <s@carryon.example> ha scritto:",
                "Il 02/03/2026 10:15, Support ha scritto:",
                "Em seg., 2 de mar. de 2026 às 10:15, Support <s@carryon.example> escreveu:",
                "Op ma 2 mrt 2026 om 10:15 schreef Support <s@carryon.example>:",
                "Op 2 mrt. 2026, om 10:15 heeft Support <s@carryon.example> het volgende geschreven:",
                "Den man. 2. mar. 2026 kl. 10.15 skrev Support <s@carryon.example>:",
                "man. 2. mars 2026 kl. 10:15 skrev Support <s@carryon.example>:",
                "Den mån 2 mars 2026 kl 10:15 skrev Support <s@carryon.example>:",
                "ma 2. maalisk. 2026 klo 10.15 Support (s@carryon.example) kirjoitti:",
                "Support <s@carryon.example> kirjoitti 2.3.2026 kello 10.15:",
                "pon., 2 mar 2026 o 10:15 Support <s@carryon.example> napisał(a):",
                "W dniu 02.03.2026 o 10:15, Support pisze:",
                "Wiadomość napisana przez Support <s@carryon.example> w dniu 2 mar 2026, o godz. 10:15:",
                "po 2. 3. 2026 v 10:15 odesílatel Support <s@carryon.example> napsal:",
                "po 2. 3. 2026 o 10:15 Support <s@carryon.example> napísal(a):",
                "Support <s@carryon.example> ezt írta (időpont: 2026. márc. 2., H, 10:15):",
                "În lun., 2 mar. 2026 la 10:15, Support <s@carryon.example> a scris:",
                "пн, 2 мар. 2026 г. в 10:15, Support <s@carryon.example>:",
                "2 марта 2026 г., в 10:15, Support <s@carryon.example> написал(а):",
                "02.03.2026 10:15, Support пишет:",
                "пн, 2 бер. 2026 р. о 10:15 Support <s@carryon.example> пише:",
                "На пн, 2.03.2026 г. в 10:15 Support <s@carryon.example> написа:",
                "Στις Δευ 2 Μαρ 2026 στις 10:15 π.μ., ο χρήστης Support <s@carryon.example> έγραψε:",
                "Support <s@carryon.example>, 2 Mar 2026 Pzt, 10:15 tarihinde şunu yazdı:",
                "2026年3月2日(月) 10:15 Support <s@carryon.example>:",
                "2026/03/02 10:15、Support <s@carryon.example>のメール:",
                "Support <s@carryon.example> 于2026年3月2日周一 10:15写道：",
                "Support <s@carryon.example> 於 2026年3月2日 週一 上午10:15寫道：",
                "2026년 3월 2일 (월) 오전 10:15, Support <s@carryon.example>님이 작성:",
                "Vào Th 2, 2 thg 3, 2026 vào lúc 10:15 Support <s@carryon.example> đã viết:",
                "Pada tanggal Sen, 2 Mar 2026 pukul 10.15 Support <s@carryon.example> menulis:",
                "في الاثنين، 2 مارس 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Support <s@carryon.example>:",
                "\u202bבתאריך יום ב׳, 2 במרץ 2026 ב-10:15 מאת \u202aSupport\u202c\u200f <\u202as@carryon.example\u202c\u200f>:\u202c",
            })
    void whatFollowsAnIntroductionIsOldQuotedOrNot(String introduction) {
        assertThat(ReplyText.visible(NEW + "\n\n" + introduction + "\n\n> We found it.\n> Is it right?\n"))
                .isEqualTo(NEW);
        assertThat(ReplyText.visible(NEW + "\n" + introduction + "\nWe found it.\n\nIs it right?\n"))
                .isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Support wrote:",
                "Ar 2 Maw 2026 10:15 Support:",
                "2026/3/2 Support via Carryon <s@carryon.example>",
                "Support schreef op 2-3-2026:"
            })
    void rightAboveAQuoteLessIsEnough(String introduction) {
        assertThat(ReplyText.visible(NEW + "\n\n" + introduction + "\n\n> We found it.\n"))
                .isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Support <s@carryon.example>\nSent: Monday, March 2, 2026 10:15 AM\nTo: Maria\nSubject: Order",
                "*From:* Support <s@carryon.example>\n*Sent:* Monday\n*To:* Maria\n*Subject:* Order",
                "Von: Support\nGesendet: Montag, 2. März 2026 10:15\nAn: Maria\nBetreff: Bestellung",
                "De : Support\nEnvoyé : lundi 2 mars 2026 10:15\nÀ : Maria\nObjet : Commande",
                "De: Support\nEnviado el: lunes, 2 de marzo de 2026\nPara: Maria\nAsunto: Pedido",
                "De: Support\nEnviada em: segunda-feira\nPara: Maria\nAssunto: Pedido",
                "Da: Support\nInviato: lunedì 2 marzo 2026\nA: Maria\nOggetto: Ordine",
                "Van: Support\nVerzonden: maandag 2 maart 2026\nAan: Maria\nOnderwerp: Bestelling",
                "Från: Support\nSkickat: den 2 mars 2026\nTill: Maria\nÄmne: Order",
                "Fra: Support\nSendt: 2. marts 2026\nTil: Maria\nEmne: Ordre",
                "Lähettäjä: Support\nLähetetty: 2. maaliskuuta 2026\nVastaanottaja: Maria\nAihe: Tilaus",
                "Od: Support\nWysłano: 2 marca 2026\nDo: Maria\nTemat: Zamówienie",
                "Od: Support\nOdesláno: 2. března 2026\nKomu: Maria\nPředmět: Objednávka",
                "Feladó: Support\nElküldve: 2026. március 2.\nCímzett: Maria\nTárgy: Rendelés",
                "De la: Support\nTrimis: luni, 2 martie 2026\nCătre: Maria\nSubiect: Comanda",
                "От: Support\nОтправлено: 2 марта 2026 г.\nКому: Maria\nТема: Заказ",
                "Від: Support\nНадіслано: 2 березня 2026\nКому: Maria\nТема: Замовлення",
                "Από: Support\nΣτάλθηκε: 2 Μαρτίου 2026\nΠρος: Maria\nΘέμα: Παραγγελία",
                "Kimden: Support\nGönderildi: 2 Mart 2026\nKime: Maria\nKonu: Sipariş",
                "发件人: Support\n发送时间: 2026年3月2日\n收件人: Maria\n主题: 订单",
                "差出人: Support\n送信日時: 2026年3月2日\n宛先: Maria\n件名: 注文",
                "보낸 사람: Support\n보낸 날짜: 2026년 3월 2일\n받는 사람: Maria\n제목: 주문",
                "Oddi wrth: Support <s@carryon.example>\nAnfonwyd: 2 Mawrth 2026\nAt: Maria\nPwnc: Archeb",
                "-----Original Message-----\nWe found it.",
                "---------- Weitergeleitete Nachricht ---------\nWir haben es.",
                "-------- Původní zpráva --------\nNašli jsme to.",
                "------------------ 原始邮件 ------------------\n我们找到了。",
                "----- Neges Wreiddiol -----\nOddi: Support <s@carryon.example>\nAt: Maria\nDyddiad: 2 Mawrth 2026",
                "Begin forwarded message:\n\nWe found it.",
            })
    void theHeadOfAnOldMailBeginsIt(String head) {
        assertThat(ReplyText.visible(NEW + "\n\n" + head + "\n\nWe found it.\n\nIs it right?\n"))
                .isEqualTo(NEW);
        assertThat(ReplyText.visible(NEW + "\n\n________________________________\n" + head + "\n\nWe found it.\n"))
                .isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nMaria Weber\nTel. 030 123",
                "-Maria Weber",
                "Sent from my phone, please excuse typos and that I am short.",
                "--\nMaria",
                "Sent from my iPhone",
                "Get Outlook for Android<https://aka.ms/x>",
                "Von meinem iPhone gesendet",
                "Gesendet mit der GMX Mail App",
                "Envoyé de mon iPhone",
                "Télécharger Outlook pour iOS",
                "Enviado desde mi iPhone",
                "Enviado do meu iPhone",
                "Inviato da iPhone",
                "Verstuurd vanaf mijn iPhone",
                "Skickat från min iPhone",
                "Sendt fra min iPhone",
                "Lähetetty iPhonesta",
                "Wysłane z iPhone'a",
                "Odesláno z iPhonu",
                "Trimis de pe iPhone",
                "Отправлено с iPhone",
                "Надіслано з iPhone",
                "iPhone'umdan gönderildi",
                "发自我的iPhone",
                "從我的 iPhone 傳送",
                "iPhoneから送信",
                "나의 iPhone에서 보냄",
                "Đã gửi từ iPhone của tôi",
                "Dikirim dari iPhone saya",
                "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----",
            })
    void aSignatureIsCutOff(String signature) {
        assertThat(ReplyText.visible(NEW + "\n\n" + signature + "\n")).isEqualTo(NEW);
        assertThat(ReplyText.visible(NEW + "\n\n" + signature + "\n\nAm 02.03.26 um 10:15 schrieb Support:\n> Ja?\n"))
                .isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "As I wrote on 3 March 2026, it does not work.\n\nI asked maria@example.org too.",
                "I have two wishes:\n\n-Apples\n\n-Pears\n\nThank you.",
                "It is slow.\n\nSent from my desk it is a lot quicker than from the mobile phone.",
                "In 2016 he wrote a book.\nIt is on the shelf.",
                "Sent via DHL on Monday,\nbut it never arrived.",
                "I paid twice.\nSent via PayPal on 2 March, and by card.\n\nPlease check.",
                "My data:\nName: Maria Weber\nEmail: maria@example.org\nPhone: 030 123\n\nPlease call.",
                "From: Berlin\nTo: Hamburg\n\nIs there a train?",
                "Two things on 2 March 2026:\n- the order\n- the invoice",
                "On 2 March:\nI ordered.\nOn 3 March:\nI paid.",
                "Hello,\nmy number is 4711.\n\nThanks",
            })
    void whatAPersonWritesIsLeftWhole(String text) {
        assertThat(ReplyText.visible(text)).isEqualTo(text);
    }

    @Test
    void aLongTextBelowDashesIsNoSignature() {
        var text = "It says\n\n-----\n" + "one more line\n".repeat(30) + "-----\n\nWhat is that?";

        assertThat(ReplyText.visible(text)).isEqualTo(text);
    }

    @Test
    void anAnswerBelowTheQuoteStandsAlone() {
        assertThat(ReplyText.visible(
                        "On 2 Mar 2026, at 10:15, Support <s@carryon.example> wrote:\n\n> Right?\n\n" + NEW))
                .isEqualTo(NEW);
    }

    @Test
    void answersBetweenQuotesKeepWhatTheyAnswer() {
        var text = "> First?\n\nYes.\n\n> Second?\n\nNo.";

        assertThat(ReplyText.visible("On 2 Mar 2026, at 10:15, Support <s@carryon.example> wrote:\n\n" + text))
                .isEqualTo(text);
    }

    @Test
    void aTextLineAboveAnIntroductionWithoutABlankLineStays() {
        assertThat(ReplyText.visible(
                        "See my 2 files\nOn 2 Mar 2026, at 10:15, Support <\ns@carryon.example> wrote:\n> Right?"))
                .isEqualTo("See my 2 files");
    }

    @Test
    void theEndOfAQuotedLineThatWasWrappedBelongsToTheQuote() {
        assertThat(
                        ReplyText.visible(
                                NEW
                                        + "\n\n> This is a long line that the mail program of the sender has wrapped at the\nend\n> of it.\n"))
                .isEqualTo(NEW);
    }

    @Test
    void aSignedTextIsReadWithoutItsArmour() {
        assertThat(ReplyText.visible("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" + NEW
                        + "\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----\n"))
                .isEqualTo(NEW);
    }
}
