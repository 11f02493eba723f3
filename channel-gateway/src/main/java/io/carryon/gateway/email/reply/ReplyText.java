package io.carryon.gateway.email.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what the sender wrote anew in the text of a mail: each line gets a letter for what it looks like, and rules over
 * the row of letters decide where the old mail, the signature and the mail program's advertisement begin.
 */
public final class ReplyText {

    private static final int LINES_LIMIT = 5000;
    /** Ordinary mails take a millisecond; one that was made to take for ever is shown whole. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Pattern PGP_HEAD =
            Pattern.compile("^\\s*-----BEGIN PGP SIGNED MESSAGE-----\\n(?:[A-Za-z]+: .*\\n)*\\n");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");

    private ReplyText() {}

    /** The visible part of the text; the whole text when nothing would remain. */
    public static String visible(String text) {
        // Counted before they are parted: each line alone takes ten times the memory of a short one's characters.
        if (text.chars().filter(c -> c == '\n').limit(LINES_LIMIT).count() == LINES_LIMIT) {
            return text.strip();
        }
        var lines = lines(text);
        var deadline = Deadline.after(LONGEST);
        Introduction.unfold(lines, deadline);
        var kinds = LineKinds.of(lines, deadline);
        if (kinds.isEmpty() || kinds.get().indexOf("t") < 0) {
            return text.strip();
        }
        new Cutting(lines, kinds.get()).cut();
        var visible = String.join("\n", lines).strip();
        return visible.isEmpty() ? text.strip() : visible;
    }

    private static List<String> lines(String text) {
        var plain = INVISIBLE
                .matcher(text.replace("\r\n", "\n").replace('\u00A0', ' ').replace('\u202F', ' '))
                .replaceAll("");
        return new ArrayList<>(List.of(PGP_HEAD.matcher(plain).replaceFirst("").split("\n", -1)));
    }
}
