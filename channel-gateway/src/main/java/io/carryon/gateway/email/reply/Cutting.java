package io.carryon.gateway.email.reply;

import java.util.List;
import java.util.regex.Pattern;

/** The rules that cut off what is not new, applied in order to the lines and to their letters ({@link LineKinds}) alike. */
record Cutting(List<String> lines, StringBuilder kinds) {

    private static final Pattern SIGNATURE = Pattern.compile("m[^q]*$");
    private static final Pattern DIVIDED = Pattern.compile("d[^q]*$");
    private static final Pattern OLD_MAIL = Pattern.compile("o");
    private static final Pattern HEADER_BLOCK = Pattern.compile("h[e]?h[eh]*h|d[e]*h[e]?h");
    private static final Pattern INTRODUCED = Pattern.compile("b[eqbhodms]*([te]*)");
    private static final Pattern TRAILING = Pattern.compile("[eqbhodms]+$");
    private static final Pattern LEADING = Pattern.compile("^[ebdm]+");
    private static final Pattern ANSWERED_BELOW = Pattern.compile("^[e]*b[eqbh]*q[eqb]*(?=t[^q]*$)");
    private static final Pattern ADVERTISEMENT = Pattern.compile("s");
    private static final int STRAY_LINES = 7;
    /** More than so many lines below dashes are no signature, but go on with the matter. */
    private static final int SIGNATURE_LINES = 20;

    void cut() {
        from(OLD_MAIL);
        from(HEADER_BLOCK);
        answeredBelow();
        introduced();
        from(ADVERTISEMENT);
        remove('s');
        from(SIGNATURE);
        divided();
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

    /** Who answers below one quote means what follows it. */
    private void answeredBelow() {
        var found = ANSWERED_BELOW.matcher(kinds);
        if (found.find()) {
            lines.subList(0, found.end()).clear();
            kinds.delete(0, found.end());
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

    private void divided() {
        var found = DIVIDED.matcher(kinds);
        if (found.find()
                && hasText(0, found.start())
                && kinds.substring(found.start()).chars().filter(c -> c == 't').count() <= SIGNATURE_LINES) {
            truncate(found.start());
        }
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
