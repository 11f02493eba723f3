package io.carryon.ticketing.wording;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages in which we have words for customers: each has a file of them under {@code wording/}. */
public enum Language {
    EN,
    DE,
    FR,
    ES,
    IT,
    NL,
    PT,
    PL,
    RO,
    LT;

    /** So many small words tell a language; fewer are a name, a product or a quote. */
    private static final int ENOUGH = 2;

    /** How much of a text is looked at. */
    private static final int BEGINNING = 2000;

    /** Those of all, in their order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** The ISO 639-1 code, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** The language of a BCP 47 tag, which may be null or of none of ours. */
    public static Optional<Language> of(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        var primary = tag.strip().split("[-_]", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.name().equals(primary))
                .findFirst();
    }

    /** The language a text is written in, told by its small words; empty when they tell none, or two the same. */
    public static Optional<Language> guess(String text) {
        var words = PlainText.words(text.substring(0, Math.min(text.length(), BEGINNING)));
        var counts = Arrays.stream(values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        language -> words.stream()
                                .filter(Phrases.in(language).smallWords()::contains)
                                .count()));
        var best = counts.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        var found = counts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(best))
                .toList();
        return best < ENOUGH || found.size() > 1
                ? Optional.empty()
                : Optional.of(found.getFirst().getKey());
    }
}
