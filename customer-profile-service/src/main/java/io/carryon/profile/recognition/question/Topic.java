package io.carryon.profile.recognition.question;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a subject is about, fit to be said to a customer: without the marks that mail programs and we put there. */
final class Topic {

    static final int LONGEST = 60;

    private static final int LONGEST_READ = 400;
    private static final Pattern MARK = Pattern.compile(
            "(?iu)^\\s*(?:(?:re|fwd?|aw|wg|antw|tr|réf?|rép|rv|enc|res|odp|pd|ats|răsp|redir|sv|vs)\\s*(?:\\[\\d+]|\\(\\d+\\))?"
                    + "\\s*:|\\[[^\\]]{0,80}]|\\(?#\\d{3,12}\\)?:?)\\s*");
    private static final Pattern TAG = Pattern.compile("\\s*(?:\\[[^\\]]{0,80}]|\\(#\\d{3,12}\\)|#\\d{5,12})\\s*$");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final Pattern QUOTES = Pattern.compile("^[\"'“”„«»‘’‚\\s]+|[\"'“”„«»‘’‚\\s]+$");

    /** Links are not put before a customer, and neither is what the gateway calls a call. */
    private static final Pattern NOTHING_TO_SAY =
            Pattern.compile("(?iu).*(?:://|\\bwww\\.).*|phone call(?::.*)?|\\W*(?:no subject|kein betreff|sans objet"
                    + "|sin asunto|brak tematu|fără subiect|be temos)\\W*");

    private static final Pattern WORD = Pattern.compile("(?u)\\p{L}{3}");

    private Topic() {}

    /** Empty when the subject has nothing left that tells it from others. */
    static Optional<String> of(String subject) {
        if (subject == null) {
            return Optional.empty();
        }
        var read = subject.length() > LONGEST_READ ? subject.substring(0, LONGEST_READ) : subject;
        var line = unmarked(UNSEEN.matcher(read).replaceAll(" ").strip());
        var bare = QUOTES.matcher(line).replaceAll("");
        return WORD.matcher(bare).find() && !NOTHING_TO_SAY.matcher(bare).matches()
                ? Optional.of(bounded(bare))
                : Optional.empty();
    }

    private static String unmarked(String line) {
        var before = line;
        var after = TAG.matcher(MARK.matcher(line).replaceFirst("")).replaceFirst("");
        while (!after.equals(before)) {
            before = after;
            after = TAG.matcher(MARK.matcher(before).replaceFirst("")).replaceFirst("");
        }
        return after;
    }

    /** Cut behind a whole word where there is one. */
    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = LONGEST - 1;
        var blank = text.lastIndexOf(' ', end);
        var cut = blank >= LONGEST / 2 ? blank : Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return text.substring(0, cut).strip() + "…";
    }
}
