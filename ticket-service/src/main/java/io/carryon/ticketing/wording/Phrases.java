package io.carryon.ticketing.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our words of one language: what a reply is composed of, and what tells that one acknowledges or promises. */
public final class Phrases {

    private static final Map<Language, Phrases> ALL = Arrays.stream(Language.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    Phrases::read,
                    (one, other) -> one,
                    () -> new EnumMap<Language, Phrases>(Language.class)));

    private final Properties words;
    private final Set<String> smallWords;
    private final List<String> acknowledging;
    private final List<String> promising;

    private Phrases(Properties words) {
        this.words = words;
        this.smallWords = Set.copyOf(PlainText.words(text("small-words")));
        this.acknowledging = list("acknowledging");
        this.promising = list("promising");
    }

    public static Phrases in(Language language) {
        return ALL.get(language);
    }

    /** Whether the text says in any language that its reader was heard. */
    public static boolean acknowledge(String text) {
        return says(text, phrases -> phrases.acknowledging);
    }

    /** Whether the text says in any language what comes next. */
    public static boolean promise(String text) {
        return says(text, phrases -> phrases.promising);
    }

    /** A text by its key, with places as {@link Template} fills them. */
    public String text(String key) {
        var found = words.getProperty(key);
        if (found == null) {
            throw new IllegalStateException("There are no words for " + key);
        }
        return found;
    }

    Set<String> smallWords() {
        return smallWords;
    }

    private static boolean says(String text, Function<Phrases, List<String>> kind) {
        var plain = PlainText.spaced(text);
        return ALL.values().stream()
                .flatMap(phrases -> kind.apply(phrases).stream())
                .anyMatch(plain::contains);
    }

    /** Beginnings of phrases: the last word of each may go on. */
    private List<String> list(String key) {
        return Arrays.stream(text(key).split("\\|"))
                .map(phrase -> PlainText.spaced(phrase).stripTrailing())
                .toList();
    }

    private static Phrases read(Language language) {
        var name = "/wording/%s.properties".formatted(language.code());
        try (var file = Phrases.class.getResourceAsStream(name)) {
            var words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Phrases(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
