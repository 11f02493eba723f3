package io.carryon.ticketing.letters;

import io.carryon.ticketing.composing.Placeholder;
import io.carryon.ticketing.ticket.ReplyFrame;
import io.carryon.ticketing.wording.Language;
import io.carryon.ticketing.wording.Phrases;
import io.carryon.ticketing.wording.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around a letter's text, one line of which is {@code {{text}}}. A line with a place that nothing is known
 * for is left out, and so is one that says only what the text says itself, unless it tells who writes or the number.
 */
final class FrameText {

    static final String TEXT = "text";
    static final String SIGNATURE = "signature";

    private static final String TEXT_LINE = "{{text}}";
    private static final String DASHES = "-- ";

    /** What stands in every letter that has a line for it. */
    private static final Set<String> ALWAYS = Set.of(SIGNATURE, Placeholder.TICKET_NUMBER.key());

    /** What nobody can know before the reply is written. */
    private static final List<Placeholder> NOT_KNOWN = List.of(Placeholder.SOLUTION);

    private FrameText() {}

    /** What a queue's letters have that has no frame of its own: what comes next, who writes, and the number. */
    static String usual(Language language) {
        var phrases = Phrases.in(language);
        return String.join(
                "\n",
                TEXT_LINE,
                "",
                phrases.text("next"),
                phrases.text("next-by"),
                "",
                DASHES,
                "{{%s}}".formatted(SIGNATURE),
                phrases.text("number"));
    }

    /** The places there may be. */
    static List<String> places() {
        return Stream.concat(
                        Stream.of(TEXT, SIGNATURE),
                        Stream.of(Placeholder.values())
                                .filter(place -> !NOT_KNOWN.contains(place))
                                .map(Placeholder::key))
                .toList();
    }

    /** Whether the text has its place, on a line of its own and nowhere else. */
    static boolean hasRoom(String frame) {
        var lines = frame.lines().map(String::strip).toList();
        return lines.stream().filter(TEXT_LINE::equals).count() == 1
                && lines.stream()
                        .filter(line -> !line.equals(TEXT_LINE))
                        .noneMatch(line -> Template.places(line).contains(TEXT));
    }

    /** Around a text, with what is known. */
    static ReplyFrame around(String text, String frame, Map<String, String> known, Language language) {
        var lines = frame.lines().toList();
        var at = lines.stream().map(String::strip).toList().indexOf(TEXT_LINE);
        return new ReplyFrame(
                language.code(),
                filled(lines.subList(0, at), text, known),
                filled(lines.subList(at + 1, lines.size()), text, known));
    }

    private static String filled(List<String> lines, String text, Map<String, String> known) {
        var filled = lines.stream()
                .filter(line -> says(line, text, known))
                .map(line -> Template.fill(line, known))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .replaceFirst("^\n+", "")
                .stripTrailing();
        // With nothing under them they part nothing.
        var left = filled.equals(DASHES.strip()) || filled.endsWith("\n" + DASHES.strip())
                ? filled.substring(0, filled.length() - DASHES.strip().length()).stripTrailing()
                : filled;
        return left.isBlank() ? null : left;
    }

    private static boolean says(String line, String text, Map<String, String> known) {
        var places = Template.places(line);
        return places.isEmpty()
                || (known.keySet().containsAll(places)
                        && (places.stream().anyMatch(ALWAYS::contains)
                                || !places.stream().allMatch(place -> contains(text, known.get(place)))));
    }

    /** Whether a text has some words as they are: no part of a longer word says them. */
    private static boolean contains(String text, String words) {
        return Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{M}\\p{N}])")
                .matcher(text)
                .find();
    }
}
