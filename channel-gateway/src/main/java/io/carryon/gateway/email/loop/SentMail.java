package io.carryon.gateway.email.loop;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A mail as far as storms are told by it.
 *
 * @param id the same for the same mail, however often it is delivered
 * @param isVerified whether the sender was proved: who was not may have nothing to do with who was
 * @param isByMachine whether its sender's program says that no person wrote it
 * @param at when it was written
 * @param arrivedAt when it came to us
 */
public record SentMail(
        String mailbox,
        String sender,
        boolean isVerified,
        String subject,
        boolean isByMachine,
        UUID id,
        Instant at,
        Instant arrivedAt) {

    private static final int TOPIC_READ = 200;
    private static final Pattern DIFFERENT = Pattern.compile("\\S*\\d\\S*|[^\\p{L}\\s]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What it is about, without what counters, times and ids make different. */
    String topic() {
        if (subject == null) {
            return "";
        }
        // Of a subject of any length only the beginning, for the pattern below tries every place of a long word.
        var begin = subject.substring(0, Math.min(subject.length(), TOPIC_READ)).toLowerCase(Locale.ROOT);
        var words = DIFFERENT.matcher(begin).replaceAll("");
        return BLANKS.matcher(words).replaceAll(" ").strip();
    }

    String key() {
        return mailbox + "|" + isVerified + "|" + sender.toLowerCase(Locale.ROOT);
    }
}
