package io.carryon.ticketing.composing;

import io.carryon.ticketing.conversation.Presented;
import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.understanding.Understanding;
import io.carryon.ticketing.wording.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a reply to a ticket's customer can be made of.
 *
 * @param understanding null while nobody has said how they understand the matter
 * @param presented null on a ticket without a contact
 * @param promised what staff told the customer to expect, or null
 */
public record Situation(Ticket ticket, Understanding understanding, Presented presented, Outlook promised) {

    private static final int LONGEST_QUOTE = 300;

    /** The customer's: as it is known of them, else as they write, else English. */
    public Language language() {
        return Language.of(presented == null ? null : presented.language())
                .or(() -> Language.guess(presented == null ? "" : presented.text()))
                .orElse(Language.EN);
    }

    /** A: what the customer presented, as it is understood, else in their own words: its beginning, on one line. */
    String problem() {
        if (understanding != null) {
            return quoted(understanding.problem());
        }
        return quoted(
                presented == null || presented.text().isBlank() ? ticket.state().subject() : presented.text());
    }

    boolean isFirstReply() {
        return presented == null || !presented.answered();
    }

    String customerName() {
        return ticket.customerName();
    }

    /** What is known for the places of a template, by their keys. */
    public Map<String, String> known(String agentName, Language language) {
        var known = new HashMap<String, String>();
        put(known, Placeholder.CUSTOMER_NAME, ticket.customerName());
        put(known, Placeholder.TICKET_NUMBER, ticket.state().number());
        put(known, Placeholder.SUBJECT, ticket.state().subject());
        put(known, Placeholder.QUEUE, ticket.state().queue());
        put(known, Placeholder.AGENT_NAME, agentName);
        put(known, Placeholder.PROBLEM, problem());
        put(known, Placeholder.EXPECTATION, understanding == null ? null : understanding.expectation());
        put(known, Placeholder.NEXT_STEP, promised == null ? null : promised.nextStep());
        put(known, Placeholder.NEXT_UPDATE_BY, promised == null ? null : date(promised.nextUpdateBy(), language));
        return known;
    }

    private static void put(Map<String, String> known, Placeholder place, String value) {
        Optional.ofNullable(value).filter(text -> !text.isBlank()).ifPresent(text -> known.put(place.key(), text));
    }

    /** On one line, and no longer than somebody reads. */
    private static String quoted(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
    }

    /** A time as people of a language write it. */
    public static String date(Instant at, Language language) {
        var local = at.atOffset(ZoneOffset.UTC);
        return "%s, %s UTC"
                .formatted(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(language.locale())
                                .format(local),
                        DateTimeFormatter.ofPattern("HH:mm").format(local));
    }
}
