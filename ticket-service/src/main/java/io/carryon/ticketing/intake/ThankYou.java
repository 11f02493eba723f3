package io.carryon.ticketing.intake;

import io.carryon.ticketing.ticket.Channel;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a message that says thank you, and nothing else, from one that asks for something. In doubt it asks: every word
 * must be one of courtesy or the sender's own name, one of them of thanks; a question mark, a number or a file is more
 * than courtesy. Accents do not matter.
 */
final class ThankYou {

    private static final int LONGEST = 300;
    private static final Pattern SIGNED = Pattern.compile("(?m)^-- ?$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}']+");
    private static final Pattern MORE = Pattern.compile("[?\\p{Nd}]|://");
    private static final Pattern REPLY =
            Pattern.compile("(?i)^\\s*(re|aw|antw|sv|vs|odp|ref|rif|res|tr|fwd?|wg)(\\[\\d+])?\\s*:.*");

    private static final Set<String> THANKS = words("""
            thanks thank thankyou thx cheers
            danke dankeschon dank vielen herzlichen
            merci gracias grazie ringrazio obrigado obrigada bedankt dankjewel
            dziekuje dzieki multumesc mersi aciu tack takk tak kiitos tesekkurler spasibo""");

    private static final Set<String> COURTESY = words("""
            a all again and best day dear everyone for great good have help helping hello hi it kind kindly lot lots
            many much nice perfect quick regards reply so sincerely support team the very warm week weekend wishes wonderful
            you your yours ok okay works working well now
            alles beste besten bis fur die das den der ein eine einen freundliche freundlichen gern gruss grusse gruessen grussen hallo
            hilfe ihre ihnen ihr lg liebe mfg mit nochmal nochmals perfekt prima schnelle schnellen schon schonen sehr super tag toll und
            antwort unterstutzung viel viele wunderbar
            aide beaucoup bien bonjour bonne cordialement de et je journee l'aide pour rapide reponse tout tres votre vous
            ayuda buen buenos dia dias hola la las le les mil muchas muy por rapida respuesta saludos todo tu su un una y
            aiuto buona ciao cordiali di e giornata grazie mille molte per risposta saluti tutto
            ajuda bom boa cumprimentos muito muita pela pelo resposta tudo
            met vriendelijke groet groeten hulp heel erg u je wel voor snelle antwoord
            bardzo pozdrawiam pozdrowienia za pomoc szybka odpowiedz serdecznie i
            mult pentru ajutor raspuns va o zi buna cu stima
            labai uz pagalba geros dienos pagarbiai""");

    private ThankYou() {}

    static boolean isAll(RecognizedContact.Contact contact) {
        var text = contact.visibleText() == null ? contact.text() : contact.visibleText();
        var asksNothing = contact.channel() != Channel.PHONE
                && !contact.truncated()
                && (contact.attachments() == null || contact.attachments().isEmpty())
                && saysNothingElse(contact.subject(), contact.sender().name());
        return asksNothing && isThanks(text, contact.sender().name());
    }

    /** A subject that was only answered, or is a word of thanks itself. */
    private static boolean saysNothingElse(String subject, String sender) {
        return subject == null || subject.isBlank() || REPLY.matcher(subject).matches() || isThanks(subject, sender);
    }

    static boolean isThanks(String text, String sender) {
        var said = SIGNED.split(text, 2)[0];
        if (said.length() > LONGEST || MORE.matcher(said).find()) {
            return false;
        }
        var words = words(said);
        var own = words(sender == null ? "" : sender);
        return words.stream().anyMatch(THANKS::contains)
                && words.stream()
                        .allMatch(word -> THANKS.contains(word) || COURTESY.contains(word) || own.contains(word));
    }

    private static Set<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l');
        return Set.copyOf(Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
