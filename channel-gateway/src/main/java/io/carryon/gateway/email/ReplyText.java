package io.carryon.gateway.email;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what the sender wrote anew in the text of a mail: each line gets a letter for what it looks like, and rules over
 * the row of letters decide where the old mail, the signature and the client's advertisement begin.
 */
public final class ReplyText {

    private static final int LINES_LIMIT = 5000;
    /** Ordinary mails take a millisecond; one that was made to take for ever is shown whole. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final int INTRODUCTION_LINES = 4;
    private static final int INTRODUCTION_LIMIT = 500;

    private static final String WROTE =
            "(wrote|writes|schrieb|schrieb am|geschrieben|a écrit|a ecrit|écrit|escribi[óo]|escribe|ha scritto|scrisse|escreveu|schreef|geschreven"
                    + "|skrev|skrifaði|kirjoitti|napisał(\\(a\\)|a)?|pisze|napsal(a)?|napísal|написал(а)?|пишет|написав|пише|a scris|scris|írta|yazdı|şunları yazdı"
                    + "|έγραψε|đã viết|kirjutas|rašė|rakstīja|je napisal|je napisao|写道|寫道|さんは書きました|のメッセージ|작성|yazmış)";
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?iu)^[>\\s]*(?=.*(\\d|@))((on|am|le|el|il|em|op|den|dne|dnia|w dniu|в|pe|ma|ti|ke|to|la|su|em|på|2\\d{3}|\\d{1,2}[./ -]|[a-zäöü]{2,3}[.,]? ?\\d|-{2,} ?on|.{0,60}<[^>]+@[^>]+>|[^ ]+ [^ ]+,? )"
                    + ".{0,400}" + WROTE
                    + ".{0,60}[:：-]?\\s*-*\\s*$)|^\\s*\\d{4}[-/.年]\\s?\\d{1,2}[-/.月].{5,200}(<[^>]+@[^>]+>|@).{0,30}:\\s*$");
    private static final Pattern NAMES_TIME_OR_ADDRESS = Pattern.compile("[\\d@]");
    private static final Pattern ENDS_INTRODUCTION =
            Pattern.compile("(?iu)(.*" + WROTE + "[^\\p{L}]{0,30}|.*[:：]\\s*|.*-{3,}\\s*)$");
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iu)^[>\\s]*[-_*=]{2,}\\s*(original(e|al)?[ -]?(message|nachricht|meddelande|appointment)|ursprüngliche nachricht|message d'origine|message original|mensaje original"
                    + "|messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna"
                    + "|исходное сообщение|původní zpráva|forwarded message|weitergeleitete nachricht|reply message|原始邮件|原始郵件|オリジナルメッセージ)\\s*[-_*=]*\\s*$"
                    + "|^[#\\s-]*(please )?(reply|respond|type your reply) above this line.*");
    private static final Pattern HEADER = Pattern.compile(
            "(?iu)^[>\\s*]*(from|sent|to|cc|date|subject|reply-to|von|gesendet|an|datum|betreff|de|envoyé( le)?|à|objet|enviado( el| em)?|para|asunto|assunto|data|da|inviato|a|oggetto"
                    + "|van|verzonden|aan|onderwerp|från|skickat|till|ämne|fra|sendt|til|emne|lähettäjä|lähetetty|vastaanottaja|aihe|od|wysłano|do|temat|от|отправлено|кому|тема|дата"
                    + "|发件人|发送时间|收件人|主题|寄件者|差出人|送信日時|宛先|件名)\\s*\\*?\\s*[:：]\\s?\\*?.*");
    private static final Pattern MOBILE = Pattern.compile(
            "(?iu)^\\s*[(\\[*_]*\\s*((sent|posted) (from|via|with|using)|get outlook for|(von meinem|gesendet (von|mit)|diese nachricht wurde von meinem)|envoyé (de|depuis)|enviado (desde|do|de mi)|inviato da|verzonden (vanaf|met|vanuit)|verstuurd v(an|anaf)|skickat från|sendt fra|lähetetty"
                    + "|wysłan[eo] z|отправлено (с|из)|sent by|iphone'?umdan|trimis de pe|从我的|iPhoneから送信|nachricht gesendet).{0,80}$");
    private static final Pattern SIGNATURE_MARK = Pattern.compile("^\\s*(--|—|–|__)\\s*$");
    private static final Pattern DELIMITER = Pattern.compile("^\\s*([-_*#=~+]\\s?){2,}\\s*$|^\\s*ᐧ\\s*$");
    private static final Pattern QUOTE = Pattern.compile("^\\s*(>|\\|\\s|[A-Z]{1,3}>).*");

    private ReplyText() {}

    /** The visible part of the text; the whole text when nothing would remain. */
    public static String visible(String text) {
        var lines = lines(text);
        if (lines.size() > LINES_LIMIT) {
            return text.strip();
        }
        var end = System.nanoTime() + LONGEST.toNanos();
        joinIntroductions(lines, end);
        var kinds = new StringBuilder();
        for (var line : lines) {
            if (isOver(end)) {
                return text.strip();
            }
            kinds.append(kind(line));
        }
        if (kinds.indexOf("t") < 0) {
            return text.strip();
        }
        new Cutting(lines, kinds).cut();
        var visible = String.join("\n", lines).strip();
        return visible.isEmpty() ? text.strip() : visible;
    }

    private static List<String> lines(String text) {
        var plain = text.replace("\r\n", "\n").replace('\u00A0', ' ').replace("\u200B", "");
        return new ArrayList<>(List.of(plain.split("\n", -1)));
    }

    /** Clients fold "On … wrote:" over up to four lines; one line is made of them. */
    private static void joinIntroductions(List<String> lines, long end) {
        for (var i = 0; i < lines.size() && !isOver(end); i++) {
            var joined = new StringBuilder(lines.get(i).strip());
            if (!NAMES_TIME_OR_ADDRESS.matcher(joined).find()) {
                continue;
            }
            for (var more = 1; more < INTRODUCTION_LINES && i + more < lines.size() && canIntroduce(joined); more++) {
                var next = lines.get(i + more).strip();
                if (INTRODUCTION.matcher(joined).matches() || next.isEmpty() || next.length() > INTRODUCTION_LIMIT) {
                    break;
                }
                joined.append(' ')
                        .append(next.startsWith(">") ? next.substring(1).strip() : next);
                if (ENDS_INTRODUCTION.matcher(next).matches()
                        && INTRODUCTION.matcher(joined).matches()) {
                    lines.set(i, joined.toString());
                    lines.subList(i + 1, i + more + 1).clear();
                    break;
                }
            }
        }
    }

    private static boolean isOver(long end) {
        return System.nanoTime() - end > 0;
    }

    private static boolean canIntroduce(CharSequence joined) {
        return !joined.isEmpty() && joined.length() <= INTRODUCTION_LIMIT;
    }

    private static char kind(String line) {
        if (line.isBlank()) {
            return 'e';
        }
        if (line.length() > 1000) {
            return 't';
        }
        if (SEPARATOR.matcher(line).matches()) {
            return 'o';
        }
        if (SIGNATURE_MARK.matcher(line).matches()) {
            return 'd';
        }
        if (DELIMITER.matcher(line).matches()) {
            return 'd';
        }
        if (INTRODUCTION.matcher(line).matches()) {
            return 'b';
        }
        if (QUOTE.matcher(line).matches()) {
            return 'q';
        }
        if (HEADER.matcher(line).matches()) {
            return 'h';
        }
        return MOBILE.matcher(line).matches() ? 's' : 't';
    }

    /** The rules, applied in order to the lines and their letters alike. */
    private record Cutting(List<String> lines, StringBuilder kinds) {

        private static final Pattern SIGNATURE = Pattern.compile("d[^q]*$");
        private static final Pattern OLD_MAIL = Pattern.compile("o");
        private static final Pattern HEADER_BLOCK = Pattern.compile("h[e]?h[eh]*h");
        private static final Pattern INTRODUCED = Pattern.compile("b[eqbhods]*([te]*)");
        private static final Pattern TRAILING = Pattern.compile("[eqbhods]+$");
        private static final Pattern LEADING = Pattern.compile("^[ebd]+");
        private static final Pattern ADVERTISEMENT = Pattern.compile("s");
        private static final int STRAY_LINES = 7;

        void cut() {
            from(OLD_MAIL);
            from(HEADER_BLOCK);
            introduced();
            mobile();
            from(SIGNATURE);
            remove('b');
            from(TRAILING);
            leading();
        }

        private void from(Pattern rule) {
            var found = rule.matcher(kinds);
            var at = 0;
            while (found.find(at)) {
                if (hasText(0, found.start())) {
                    truncate(found.start());
                    return;
                }
                at = found.start() + 1;
            }
        }

        /** All after "On … wrote:" is old, unless so much new text follows the quotes that the sender answered in between. */
        private void introduced() {
            var found = INTRODUCED.matcher(kinds);
            while (found.find()) {
                var quoted = kinds.substring(found.start(), found.start(1)).indexOf('q') >= 0;
                var after = kinds.substring(found.end()).indexOf("t") >= 0 && quoted;
                var stray = found.group(1).chars().filter(c -> c == 't').count();
                if (hasText(0, found.start())
                        && !after
                        && (!quoted || stray == 0 || found.group(1).isEmpty())) {
                    truncate(found.start());
                    return;
                }
                if (hasText(0, found.start()) && !quoted && stray < STRAY_LINES) {
                    truncate(found.start());
                    return;
                }
            }
        }

        /** The client's advertisement ends what the sender wrote, whatever follows. */
        private void mobile() {
            from(ADVERTISEMENT);
            remove('s');
        }

        private void leading() {
            var found = LEADING.matcher(kinds);
            if (found.find() && hasText(found.end(), kinds.length())) {
                lines.subList(0, found.end()).clear();
                kinds.delete(0, found.end());
            }
        }

        private void remove(char kind) {
            for (var i = kinds.length() - 1; i >= 0; i--) {
                if (kinds.charAt(i) == kind && kinds.length() > 1) {
                    lines.remove(i);
                    kinds.deleteCharAt(i);
                }
            }
        }

        private boolean hasText(int from, int to) {
            return kinds.substring(from, to).indexOf('t') >= 0;
        }

        private void truncate(int at) {
            lines.subList(at, lines.size()).clear();
            kinds.setLength(at);
        }
    }
}
