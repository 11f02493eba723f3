package io.carryon.profile.recognition.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the customer wrote this time: without quotes, salutation, closing and signature. */
final class OwnWords {

    private static final Pattern QUOTE_HEAD = Pattern.compile(
            "(?im)^[ \\t]*(?:on|am|le|el|w dniu|pe|data)\\b.{5,120}\\b(?:wrote|schrieb|a écrit|escribió|napisał(?:\\(a\\)|a)?|a scris|rašė)\\b.{0,60}:[ \\t]*$"
                    + "|^-{2,} ?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|forwarded message).*$");
    private static final String GREETING = "(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings"
            + "|to whom it may concern|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|cher|chère"
            + "|madame|monsieur|hola|buen(?:os|as) (?:d[ií]as|tardes|noches)|estimad[oa]s?|dzień dobry|witam|cześć|szanown[iy]"
            + "|bună(?: ziua| dimineața| seara)?|salut|stimat[eăă]?|laba(?:s|s? dien[aą])|sveiki|gerb)";
    // A whole line that greets: alone, or with a name and a mark behind it.
    private static final Pattern SALUTATION = Pattern.compile(
            "(?iu)^" + GREETING
                    + "(?:(?: (?:there|team|all|everyone|support|support team|sir or madam))?[,!:. ]*|(?: [^\\s,.!?]+){1,4}[,!:])$");
    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)^(?:(?:many |kind |best |warm )?(?:thanks|regards)|thank you(?: in advance| very much)?|cheers|best(?: wishes)?|sincerely"
                    + "|yours (?:sincerely|faithfully|truly)|thx|mit (?:freundlichen|besten) grüßen|viele grüße|vielen dank|danke(?: im voraus)?|mfg"
                    + "|cordialement|merci(?: d'avance| beaucoup)?|bien à vous|saludos(?: cordiales)?|(?:muchas )?gracias|atentamente"
                    + "|pozdrawiam|z poważaniem|dziękuję|z góry dziękuję|cu stimă|mulțumesc(?: anticipat)?|vă mulțumesc"
                    + "|pagarbiai|ačiū|dėkoju)\\b.{0,25}$");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?iu)^(?:-- ?$|sent (?:from|via) |get outlook for |gesendet von |von meinem .{2,30} gesendet|envoyé de(?:puis)? |enviado desde "
                    + "|wysłane z |trimis de pe |išsiųsta iš |(?:tel|phone|mob(?:ile)?|m|t)\\s?[.:]+ ?[+\\d(])");

    private OwnWords() {}

    /** The customer's words, lines kept; the whole text when nothing else is left. */
    static String of(String text) {
        var kept = new ArrayList<String>();
        for (var line : beforeQuote(text).lines().toList()) {
            var stripped = line.strip();
            if (stripped.startsWith(">")) {
                continue;
            }
            if (SIGNATURE.matcher(stripped).find()) {
                break;
            }
            if (CLOSING.matcher(stripped).matches() && hasWords(kept)) {
                break;
            }
            if (SALUTATION.matcher(stripped).matches() && !hasWords(kept)) {
                continue;
            }
            kept.add(stripped);
        }
        var own = String.join("\n", kept).strip();
        return own.isEmpty() ? text.strip() : own;
    }

    private static boolean hasWords(List<String> lines) {
        return lines.stream().anyMatch(line -> !line.isBlank());
    }

    private static String beforeQuote(String text) {
        var head = QUOTE_HEAD.matcher(text);
        return head.find() && !text.substring(0, head.start()).isBlank() ? text.substring(0, head.start()) : text;
    }
}
