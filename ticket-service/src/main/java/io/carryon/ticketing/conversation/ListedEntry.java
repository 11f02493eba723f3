package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.DeliveryState;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry as a list shows it: the beginning of its texts and no HTML, so that a page of the largest ones fits into
 * memory. {@code original}, {@code phone} and {@code selfService} are JSON.
 */
record ListedEntry(
        UUID id,
        int position,
        Entry.Kind kind,
        Instant at,
        UUID contactId,
        Channel channel,
        String author,
        String authorName,
        String subject,
        String text,
        String visibleText,
        boolean hasHtml,
        boolean truncated,
        String attachments,
        String original,
        String phone,
        String selfService,
        DeliveryState delivery,
        String deliveryReason,
        Instant deliveryAt,
        String copies) {

    /** How many characters of a text a list shows. */
    static final int LONGEST_TEXT = 4000;

    /** Selects entries as lists show them; one character more than is shown tells that there are more. */
    static final String SELECT = """
            select new io.carryon.ticketing.conversation.ListedEntry(e.id, e.position, e.kind, e.at, coalesce(e.contactId, e.answers), e.channel,
                e.author, e.authorName, e.subject, left(e.text, %1$d), left(e.visibleText, %1$d),
                case when e.html is null then false else true end, e.truncated, e.attachments,
                cast(function('json_extract_path_text', e.origin, 'original') as String),
                cast(function('json_extract_path_text', e.origin, 'phone') as String),
                cast(function('json_extract_path_text', e.origin, 'selfService') as String),
                e.delivery, e.deliveryReason, e.deliveryAt, e.copies) from Entry e""".formatted(LONGEST_TEXT + 1);

    static boolean isLong(String text) {
        return text != null && text.codePointCount(0, text.length()) > LONGEST_TEXT;
    }

    static String beginning(String text) {
        return isLong(text) ? text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) : text;
    }

    /** Whether the entry on its own shows more than the list does. */
    boolean isShortened() {
        return hasHtml || isLong(text) || isLong(visibleText);
    }
}
