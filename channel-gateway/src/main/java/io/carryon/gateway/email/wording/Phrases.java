package io.carryon.gateway.email.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list of phrases from a file below {@code mail} among the resources: one a line, lines that begin with # say what the next ones are. */
public final class Phrases {

    private final List<String> phrases;

    private Phrases(List<String> phrases) {
        this.phrases = phrases;
    }

    /** The phrases of a file, such as {@code reply/wrote.txt}. */
    public static Phrases of(String file) {
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream("/mail/" + file), file)) {
            return new Phrases(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any of them as whole words, in any case; what is written without blanks between words is found anywhere. */
    public Pattern anywhere() {
        var bounded = phrases.stream().collect(Collectors.partitioningBy(Phrases::hasWords));
        return pattern("(?<!\\p{L})" + anyOf(bounded.get(true)) + "(?!\\p{L})|" + anyOf(bounded.get(false)));
    }

    /** Any of them, longest first, wherever the caller puts it: {@code before} and {@code after} are patterns. */
    public Pattern between(String before, String after) {
        return pattern(before + anyOf(phrases) + after);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String anyOf(List<String> phrases) {
        return phrases.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Phrases::quoted)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static boolean hasWords(String phrase) {
        return switch (Character.UnicodeScript.of(phrase.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> false;
            default -> true;
        };
    }

    private static String quoted(String phrase) {
        return Arrays.stream(phrase.toLowerCase(Locale.ROOT).split(" "))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
    }
}
