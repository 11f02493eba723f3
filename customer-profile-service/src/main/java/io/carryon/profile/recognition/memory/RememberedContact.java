package io.carryon.profile.recognition.memory;

import io.carryon.profile.recognition.reading.NamedNumber;
import io.carryon.profile.recognition.reading.NumberName;
import io.carryon.profile.recognition.reading.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What recognition keeps of a contact to compare later ones with.
 *
 * @param meaning at most {@value #LONGEST_MEANING} characters
 * @param numbers what it names, as {@code order:4711 card:1583 claim:cl525:spoken}
 * @param vector the meaning's vector as text, or null until it was needed
 * @param menu the number that called and what it chose in the telephone's menu, or null
 */
public record RememberedContact(
        UUID contactId,
        UUID issueId,
        Instant at,
        String channel,
        String meaning,
        String language,
        String numbers,
        String vector,
        String menu) {

    /** Longest meaning kept of a contact. */
    public static final int LONGEST_MEANING = 600;

    private static final int MOST_NUMBERS = 12;
    private static final String UNNAMED = "number";
    private static final String SPOKEN = "spoken";

    /** @param vector as text, or null when it was not needed */
    public static RememberedContact of(
            UUID contact, UUID issue, Instant at, String channel, Reading reading, String vector, String menu) {
        return new RememberedContact(
                contact,
                issue,
                at,
                channel,
                bounded(reading.meaning()),
                reading.language(),
                written(reading.numbers()),
                vector,
                menu);
    }

    /** With what was heard of it since, in the order it came, whose vector is another. */
    RememberedContact with(Collection<Heard> later) {
        var inOrder = later.stream()
                .sorted(Comparator.comparing(Heard::at).thenComparing(Heard::meaning))
                .toList();
        return new RememberedContact(
                contactId,
                issueId,
                at,
                channel,
                bounded(joined(meaning, inOrder.stream().map(Heard::meaning))),
                Stream.concat(Stream.ofNullable(language), inOrder.stream().map(Heard::language))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                joined(numbers, inOrder.stream().map(Heard::numbers)),
                null,
                menu);
    }

    private static String joined(String first, Stream<String> others) {
        return Stream.concat(Stream.ofNullable(first), others)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    static String bounded(String meaning) {
        return meaning.length() > LONGEST_MEANING ? meaning.substring(0, LONGEST_MEANING) : meaning;
    }

    static String written(List<NamedNumber> numbers) {
        return numbers.stream()
                .limit(MOST_NUMBERS)
                .map(RememberedContact::written)
                .collect(Collectors.joining(" "));
    }

    /** The reading as it was when the contact came. */
    public Reading reading() {
        return Reading.of(meaning == null ? "" : meaning, language, named());
    }

    /** The meaning and the numbers as a text that reads the same again. */
    public String text() {
        return named().stream()
                .map(number -> number.name() == null
                        ? number.value()
                        : number.name().name().toLowerCase(Locale.ROOT) + " number " + number.value())
                .collect(Collectors.joining(". ", (meaning == null ? "" : meaning) + ". ", "."));
    }

    private List<NamedNumber> named() {
        return numbers == null || numbers.isBlank()
                ? List.of()
                : Arrays.stream(numbers.split(" "))
                        .distinct()
                        .map(RememberedContact::number)
                        .toList();
    }

    private static String written(NamedNumber number) {
        var name = number.name() == null ? UNNAMED : number.name().name().toLowerCase(Locale.ROOT);
        return name + ":" + number.value() + (number.spoken() ? ":" + SPOKEN : "");
    }

    private static NamedNumber number(String written) {
        var parts = written.split(":");
        var name = UNNAMED.equals(parts[0]) ? null : NumberName.valueOf(parts[0].toUpperCase(Locale.ROOT));
        return new NamedNumber(name, parts[1], parts.length > 2);
    }
}
