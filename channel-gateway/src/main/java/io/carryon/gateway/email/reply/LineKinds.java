package io.carryon.gateway.email.reply;

import io.carryon.gateway.email.wording.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A letter for each line that says what it looks like: {@code e}mpty, {@code t}ext, {@code q}uote, {@code b}eginning of a
 * quote, {@code h}eader field of an old mail, the line above an {@code o}ld mail, the {@code m}ark of a signature, another
 * {@code d}ivider, a mail program's advertisement ({@code s}).
 */
final class LineKinds {

    private static final int LONGEST = 1000;
    private static final int HEADERS_AT_LEAST = 3;

    private static final Pattern SEPARATOR = Phrases.of("reply/separators.txt")
            .between(
                    "^[>\\s]*[-_*=—]{2,}[\\s*]*",
                    "[\\s*]*:?[-_*=—\\s]*$|^[#\\s-]*(?:please )?(?:reply|respond|type your reply) above this line.*");
    private static final Pattern BARE_SEPARATOR =
            Phrases.of("reply/separators.txt").between("^[>\\s*]*", "[\\s*]*[:：][\\s*]*$");
    /** In a language that is not listed, if fields of a mail follow. */
    private static final Pattern WORDS_IN_DASHES =
            Pattern.compile("^[>\\s]*[-_=]{4,}\\s*\\p{L}[^-_=]{2,60}[-_=]{4,}\\s*$");

    private static final Pattern HEADER =
            Phrases.of("reply/header-labels.txt").between("^[>\\s*_|]*", "\\s*[*_]*\\s*[:：][*_]*(?:\\s.*|<.*|\\[.*|$)");
    private static final Pattern LABELLED =
            Pattern.compile("^[>\\s*_|]*\\p{L}[\\p{L}\\p{M} .'-]{0,24}[*_]*\\s?[:：][*_]*\\s*\\S.*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]@[^\\s<>@]");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    private static final Pattern SENT_FROM = Phrases.of("reply/sent-from.txt")
            .between("^[\\s(\\[*_<]*", "(?:(?!\\p{L})|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsHangul}])).{0,100}$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?iu).*(iphone|ipad|ipod|android|outlook|mail|mobile|mobil|móvil|mobiel|telefon|telef|phone|samsung|galaxy|huawei|xiaomi|redmi|nokia|htc|blackberry|windows|yahoo|aol|tablet|handy|smartphone|webmail|app\\b|телефон|мобил|手机|手機).*");

    /** More than seven words and a full stop; asking pardon for errors is what such lines do. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?iu)(?!.*(excuse|typo|brevity|misspell|pardon|entschuldig|tippfehler|excuser|disculp|desculp|scus)).*(\\S+\\s+){7,}\\S+\\.\\s*");

    private static final Pattern NAME = Pattern.compile("\\s*-{1,2}\\p{Lu}[\\p{L}.' -]{1,40}");
    /** No more than three lines follow up to the end or to what is old. */
    private static final Pattern ONLY_SIGNATURE = Pattern.compile("t{1,4}[e]*($|[bohd])");

    private static final Pattern SIGNATURE_MARK = Pattern.compile("^\\s*(--|—|–|__|-- -)\\s*$");
    private static final Pattern DIVIDER = Pattern.compile("^\\s*([-_*#=~+—–]\\s?){2,}\\s*$|^\\s*ᐧ\\s*$");
    private static final Pattern QUOTE = Pattern.compile("^\\s*(>|\\|(\\s|$)|[A-Z]{1,3}>).*");
    private static final Pattern PGP = Pattern.compile("^-----BEGIN PGP SIGNATURE-----\\s*$");

    private LineKinds() {}

    /** One letter for each line; empty when there was not time enough. */
    static Optional<StringBuilder> of(List<String> lines, Deadline deadline) {
        var kinds = new StringBuilder();
        for (var line : lines) {
            if (deadline.isOver()) {
                return Optional.empty();
            }
            kinds.append(of(line));
        }
        markBeginnings(lines, kinds);
        markWrappedQuotes(lines, kinds);
        markHeaders(lines, kinds);
        markAdvertisements(lines, kinds);
        markNames(lines, kinds);
        return Optional.of(kinds);
    }

    private static char of(String line) {
        if (line.isBlank()) {
            return 'e';
        }
        if (line.length() > LONGEST) {
            return 't';
        }
        if (matches(SEPARATOR, line) || matches(BARE_SEPARATOR, line) || matches(PGP, line)) {
            return 'o';
        }
        if (matches(SIGNATURE_MARK, line)) {
            return 'm';
        }
        if (matches(DIVIDER, line)) {
            return 'd';
        }
        if (Introduction.stands(line)) {
            return 'b';
        }
        if (matches(QUOTE, line)) {
            return 'q';
        }
        if (matches(HEADER, line)) {
            return 'h';
        }
        return matches(SENT_FROM, line) ? 's' : 't';
    }

    /** A line right above a quote needs to say less to be its introduction. */
    private static void markBeginnings(List<String> lines, StringBuilder kinds) {
        for (var i = 0; i < kinds.length(); i++) {
            var next = after(kinds, i);
            if (kinds.charAt(i) == 't'
                    && next < kinds.length()
                    && kinds.charAt(next) == 'q'
                    && Introduction.standsBeforeQuote(lines.get(i))) {
                kinds.setCharAt(i, 'b');
            }
        }
    }

    private static int after(CharSequence kinds, int at) {
        var next = at + 1;
        while (next < kinds.length() && kinds.charAt(next) == 'e') {
            next++;
        }
        return next;
    }

    /** The end of a quoted line that a mail program wrapped without marking it again: it goes on in lower case. */
    private static void markWrappedQuotes(List<String> lines, StringBuilder kinds) {
        for (var i = 1; i + 1 < kinds.length(); i++) {
            var line = lines.get(i);
            if (kinds.charAt(i) == 't'
                    && kinds.charAt(i - 1) == 'q'
                    && kinds.charAt(i + 1) == 'q'
                    && Character.isLowerCase(line.codePointAt(0))
                    && line.length() < lines.get(i - 1).length()) {
                kinds.setCharAt(i, 'q');
            }
        }
    }

    /** Fields of an old mail in a language that is not listed: three in a row, one with an address, one with a year. */
    private static void markHeaders(List<String> lines, StringBuilder kinds) {
        for (var from = 0; from < lines.size(); from++) {
            var to = from;
            while (to < lines.size() && "th".indexOf(kinds.charAt(to)) >= 0 && isLabelled(lines.get(to))) {
                to++;
            }
            var block = lines.subList(from, to);
            if (to - from >= HEADERS_AT_LEAST && isOfAMail(block)) {
                for (var i = from; i < to; i++) {
                    kinds.setCharAt(i, 'h');
                }
                markWordsInDashes(lines, kinds, from - 1);
            }
            from = Math.max(from, to - 1);
        }
    }

    private static boolean isLabelled(String line) {
        return line.length() <= LONGEST && matches(LABELLED, line);
    }

    private static boolean isOfAMail(List<String> block) {
        return block.stream().anyMatch(line -> ADDRESS.matcher(line).find())
                && block.stream().anyMatch(line -> YEAR.matcher(line).find());
    }

    private static void markWordsInDashes(List<String> lines, StringBuilder kinds, int last) {
        var above = last;
        while (above >= 0 && kinds.charAt(above) == 'e') {
            above--;
        }
        if (above >= 0 && kinds.charAt(above) == 't' && matches(WORDS_IN_DASHES, lines.get(above))) {
            kinds.setCharAt(above, 'o');
        }
    }

    /** A name behind a dash, below the last paragraph. */
    private static void markNames(List<String> lines, StringBuilder kinds) {
        for (var i = 1; i < kinds.length(); i++) {
            var below = kinds.substring(i);
            if (kinds.charAt(i) == 't'
                    && kinds.charAt(i - 1) == 'e'
                    && matches(NAME, lines.get(i))
                    && ONLY_SIGNATURE.matcher(below).lookingAt()) {
                kinds.setCharAt(i, 'm');
            }
        }
    }

    /** "Sent via DHL on Monday" in the middle of a text is none, nor is a long sentence that excuses nothing. */
    private static void markAdvertisements(List<String> lines, StringBuilder kinds) {
        for (var i = 0; i < kinds.length(); i++) {
            var isApart =
                    (i == 0 || kinds.charAt(i - 1) != 't') && (i + 1 == kinds.length() || kinds.charAt(i + 1) != 't');
            var isInText = !isApart && !matches(DEVICE, lines.get(i));
            if (kinds.charAt(i) == 's' && (isInText || matches(SENTENCE, lines.get(i)))) {
                kinds.setCharAt(i, 't');
            }
        }
    }

    private static boolean matches(Pattern pattern, String line) {
        return pattern.matcher(line).matches();
    }
}
