package io.carryon.gateway.reply.letter;

import io.carryon.gateway.reply.ReplyRequested;
import java.util.Locale;
import java.util.ResourceBundle;

/** What stands around answers in a letter, in the reader's language; English where there is no other. */
public final class LetterWords {

    private final ResourceBundle words;

    private LetterWords(ResourceBundle words) {
        this.words = words;
    }

    /**
     * @param bundle where they are kept, such as {@code chat.letter}
     * @param language BCP 47, or null
     */
    public static LetterWords of(String bundle, String language) {
        return new LetterWords(ResourceBundle.getBundle(
                bundle,
                language == null ? Locale.ROOT : Locale.forLanguageTag(language),
                LetterWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The words of a key, with {@code %s} filled in. */
    public String say(String key, Object... given) {
        return words.getString(key).formatted(given);
    }

    /** What stands before the answers, and after them under the name of who wrote the last. */
    public ReplyRequested.Frame frame(String opening, ReplyRequested.Author author, String closing) {
        var language = words.getLocale().getLanguage();
        return new ReplyRequested.Frame(
                language.isEmpty() ? "en" : language, opening, "-- \n%s\n%s".formatted(author.name(), closing));
    }
}
