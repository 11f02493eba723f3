package io.carryon.gateway.email.reply;

import io.carryon.gateway.email.wording.Phrases;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The line above the mail that is answered: "On Mon, 2 Mar 2026 at 10:15, Maria wrote:". Told by what it consists of, a
 * time, an address, a colon at its end, and by words only where that is not enough.
 */
final class Introduction {

    private static final int LONGEST = 500;
    private static final int FOLDED_LINES = 4;
    /** Looked at for a word at the end. */
    private static final int TAIL = 40;

    private static final Pattern WROTE = Phrases.of("reply/wrote.txt").anywhere();
    private static final Pattern LEAD = Phrases.of("reply/leads.txt").between("^", "(?!\\p{L})");
    private static final Pattern MARGIN = Pattern.compile("^[>|\\s*_-]+");
    private static final Pattern ENDS = Pattern.compile(".*[:：][\\s*_>-]*$");
    private static final Pattern NOTHING_MORE = Pattern.compile("[^\\p{L}\\d]*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]@[^\\s<>@]+\\.?[^\\s<>@]*");
    private static final Pattern BRACKETED =
            Pattern.compile("[<(\\[]\\s?(?:mailto:)?[^\\s<>()@]{1,200}@[^\\s<>()@]{1,200}[>)\\]]");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}[:.h]\\d{2}(?!\\d)");
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}"
                    + "|(?<!\\d)\\d{1,2}\\.?\\s(?:de\\s)?\\p{L}{3}|\\p{L}{3}\\.?\\s\\d{1,2}(?!\\d)");
    private static final Pattern STARTS_WITH_TIME =
            Pattern.compile("^(?:\\p{L}{2,10}[.,]?\\s)?\\d{1,4}[./年-]?\\s?\\d{0,2}.*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!][\"')]?\\s*$");

    private Introduction() {}

    /** Whether the line is one, whatever follows it. */
    static boolean stands(String line) {
        var text = MARGIN.matcher(line).replaceFirst("");
        if (text.length() > LONGEST || !(has(DAY, text) || hasAddress(text))) {
            return false;
        }
        var ends = ENDS.matcher(text).matches();
        if (ends && has(DAY, text) && (hasAddress(text) && has(BRACKETED, text))) {
            return true;
        }
        var timed = has(DAY, text) && has(TIME, text);
        if (endsWithWrote(text)) {
            return hasAddress(text) || timed || LEAD.matcher(text).find();
        }
        return ends && has(WROTE, text) && (hasAddress(text) || timed);
    }

    /** Whether the line is one, given that a quote follows it: then less of it is enough. */
    static boolean standsBeforeQuote(String line) {
        var text = MARGIN.matcher(line).replaceFirst("");
        if (text.length() > LONGEST) {
            return false;
        }
        var names = has(DAY, text) || hasAddress(text);
        return (ENDS.matcher(text).matches() && (names || has(WROTE, text)))
                || (has(DAY, text) && (hasAddress(text) && has(BRACKETED, text)))
                || endsWithWrote(text);
    }

    /** Mail programs fold it; each is made one line again, in place. */
    static void unfold(List<String> lines, Deadline deadline) {
        for (var end = 1; end < lines.size() && !deadline.isOver(); end++) {
            var start = start(lines, end);
            if (start < end) {
                lines.set(start, joined(lines, start, end));
                lines.subList(start + 1, end + 1).clear();
                end = start;
            }
        }
    }

    private static int start(List<String> lines, int end) {
        if (!canEnd(lines.get(end))) {
            return end;
        }
        var found = stands(lines.get(end)) && isWhole(lines.get(end)) ? end : -1;
        for (var start = end - 1; start >= 0 && end - start < FOLDED_LINES; start--) {
            var line = lines.get(start).strip();
            if (line.isEmpty() || line.length() > LONGEST || stands(line)) {
                break;
            }
            var begins = begins(line);
            if (found >= 0 && !begins) {
                continue;
            }
            var joined = joined(lines, start, end);
            if (isWhole(joined) && stands(joined)) {
                found = start;
            }
            if (begins) {
                break;
            }
        }
        return found < 0 ? end : found;
    }

    private static boolean canEnd(String line) {
        return line.length() <= LONGEST && (ENDS.matcher(line).matches() || hasAddress(line) || endsWithWrote(line));
    }

    /** Whether a folded introduction can begin here: with its time or one of its first words, and in mid-sentence. */
    private static boolean begins(String line) {
        var text = MARGIN.matcher(line).replaceFirst("");
        return !SENTENCE_END.matcher(text).matches()
                && has(DAY, text)
                && (LEAD.matcher(text).find() || STARTS_WITH_TIME.matcher(text).matches());
    }

    /** Whether no bracket was closed in it that was opened in a line above. */
    private static boolean isWhole(String line) {
        var text = MARGIN.matcher(line).replaceFirst("");
        var open = text.indexOf('<');
        var close = text.indexOf('>');
        return close < 0 || (open >= 0 && open < close);
    }

    private static String joined(List<String> lines, int start, int end) {
        var joined = new StringBuilder(lines.get(start).strip());
        for (var line : lines.subList(start + 1, end + 1)) {
            joined.append(' ').append(MARGIN.matcher(line).replaceFirst("").strip());
        }
        return joined.toString();
    }

    private static boolean endsWithWrote(String text) {
        var tail = text.substring(Math.max(0, text.length() - TAIL));
        var wrote = WROTE.matcher(tail);
        var end = -1;
        while (wrote.find()) {
            end = wrote.end();
        }
        return end >= 0 && NOTHING_MORE.matcher(tail.substring(end)).matches();
    }

    private static boolean hasAddress(String text) {
        return text.indexOf('@') > 0 && has(ADDRESS, text);
    }

    private static boolean has(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }
}
