package io.carryon.profile.recognition.question;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Words the question whether a contact continues an earlier one, in the customer's language.
 *
 * <p>Staff always get the question as it helps them most; whoever only claims to be the customer is not told what the
 * customer wrote or when, and is asked in general.
 */
public final class RecognitionQuestion {

    private final Words otherwise;
    private final ZoneId zone;

    /**
     * @param defaultLanguage of a customer whose language is not known or not among ours; English if it is neither
     * @param zone in which today and yesterday are told apart
     */
    public RecognitionQuestion(String defaultLanguage, ZoneId zone) {
        this.otherwise = Words.of(defaultLanguage).orElseGet(Words::ofFirst);
        this.zone = zone;
    }

    /** The question that reminds of one earlier contact. */
    public Question specific(String language, Reminder about, boolean isVerified, Instant now) {
        var words = Words.of(language).orElse(otherwise);
        return new Question(
                words.language(),
                Question.Kind.SPECIFIC,
                words.specific(about, now, zone),
                about.issueId(),
                isVerified,
                words.general());
    }

    /** The question for a customer who was in touch before, where nothing points to one of their issues. */
    public Question general(String language) {
        var words = Words.of(language).orElse(otherwise);
        return new Question(words.language(), Question.Kind.GENERAL, words.general(), null, true, words.general());
    }

    /**
     * The question that fits: none where the issue is certain or there is no history.
     *
     * @param about the earlier contact it may be about, or empty
     * @param hasHistory whether the customer was in touch before
     * @param isVerified whether this contact's own identity was verified
     */
    public Optional<Question> ask(
            String language,
            boolean isCertain,
            Optional<Reminder> about,
            boolean hasHistory,
            boolean isVerified,
            Instant now) {
        if (isCertain) {
            return Optional.empty();
        }
        return about.map(earlier -> specific(language, earlier, isVerified, now))
                .or(() -> hasHistory ? Optional.of(general(language)) : Optional.empty());
    }
}
