package io.carryon.ticketing.intake;

import java.util.stream.Stream;

/** Finds a subject for a ticket whose contact has none: the first words of its text, else what it was. */
final class Subjects {

    private static final int LONGEST = 80;
    private static final int LONGEST_GIVEN = 500;

    private Subjects() {}

    static String of(RecognizedContact.Contact contact) {
        return Stream.of(contact.subject(), firstWords(contact.visibleText()), firstWords(contact.text()))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(text -> cut(text.strip().replaceAll("\\s+", " "), LONGEST_GIVEN))
                .orElseGet(() -> switch (contact.channel()) {
                    case PHONE -> "Phone call";
                    case EMAIL -> "E-mail without a subject";
                    case CHAT -> "Chat";
                    case PORTAL -> "Request";
                    case WHATSAPP -> "WhatsApp message";
                    case TELEGRAM -> "Telegram message";
                });
    }

    private static String firstWords(String text) {
        if (text == null) {
            return null;
        }
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> cut(line, LONGEST))
                .orElse(null);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var blank = text.lastIndexOf(' ', longest - 1);
        var end = blank > longest / 2 ? blank : longest - 1;
        // Half of a surrogate pair is no character.
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, end) + "…";
    }
}
