package io.carryon.profile.recognition.linking;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What the model weighs of a contact and one earlier issue, each a number of its own. Pairs ("× meaning") stand for
 * evidence that counts for more or less the closer the two texts are.
 */
public enum Signal {
    MEANING(Reason.MEANING, Facts::meaning),
    MEANING_OVER_02(Reason.MEANING, facts -> over(facts.meaning(), 0.2)),
    MEANING_OVER_035(Reason.MEANING, facts -> over(facts.meaning(), 0.35)),
    MEANING_OVER_05(Reason.MEANING, facts -> over(facts.meaning(), 0.5)),
    MEANING_OVER_065(Reason.MEANING, facts -> over(facts.meaning(), 0.65)),
    MEANING_OVER_08(Reason.MEANING, facts -> over(facts.meaning(), 0.8)),
    MEANING_AVERAGE(Reason.MEANING, Facts::averageMeaning),
    MEANING_LEAD(Reason.MEANING, Facts::meaningLead),
    MEANING_LEAD_OVER_0(Reason.MEANING, facts -> over(facts.meaningLead(), 0)),
    MEANING_LEAD_OVER_02(Reason.MEANING, facts -> over(facts.meaningLead(), 0.2)),
    WORDS(Reason.WORDS, Facts::words),
    WORDS_OVER_02(Reason.WORDS, facts -> over(facts.words(), 0.2)),
    WORDS_OVER_05(Reason.WORDS, facts -> over(facts.words(), 0.5)),
    WORDS_LEAD(Reason.WORDS, Facts::wordsLead),
    NEW_REFERENCE(Reason.NONE, facts -> is(facts.namesNewReference())),
    REFERENCE_UNMENTIONED(Reason.NONE, facts -> is(facts.leavesReferenceOut())),
    SAME_DURABLE(Reason.SAME_DURABLE, facts -> is(facts.sharesDurable())),
    OTHER_DURABLE(Reason.NONE, facts -> is(facts.differsInDurable())),
    NEW_DURABLE(Reason.NONE, facts -> is(facts.namesNewDurable())),
    DURABLE_UNMENTIONED(Reason.NONE, facts -> is(facts.leavesDurableOut())),
    CHOSEN_DURABLE(Reason.SAME_DURABLE, facts -> is(facts.choosesDurable())),
    REJECTED_DURABLE(Reason.NONE, facts -> is(facts.choosesAnotherDurable())),
    BEST_OF_SAME_DURABLE(Reason.SAME_DURABLE, facts -> is(facts.isClosestOfDurable())),
    REPLY(Reason.REPLY, facts -> is(facts.answers())),
    REPLY_TO_ANOTHER(Reason.NONE, facts -> is(facts.answersAnother())),
    OPEN(Reason.OPEN, facts -> is(facts.isOpen())),
    LATEST_OPEN(Reason.OPEN, facts -> is(facts.isLatestOpen())),
    QUIET_FOR(Reason.RECENT, Facts::quietFor),
    LONG_RESOLVED(Reason.NONE, facts -> is(facts.isLongResolved())),
    CONTACTS(Reason.NONE, Facts::contacts),
    ISSUES(Reason.NONE, Facts::issues),
    LENGTH(Reason.NONE, Facts::length),
    SPOKEN(Reason.NONE, facts -> is(facts.isSpoken())),
    OTHER_LANGUAGE(Reason.NONE, facts -> is(facts.isOtherLanguage())),
    REPLY_TO_ANOTHER_X_MEANING(Reason.MEANING, facts -> facts.meaning() * is(facts.answersAnother())),
    SPOKEN_X_MEANING(Reason.MEANING, facts -> facts.meaning() * is(facts.isSpoken())),
    NEW_REFERENCE_X_MEANING(Reason.MEANING, facts -> facts.meaning() * is(facts.namesNewReference())),
    QUIET_FOR_X_MEANING(Reason.RECENT, facts -> facts.meaning() * facts.quietFor()),
    OTHER_LANGUAGE_X_MEANING(Reason.MEANING, facts -> facts.meaning() * is(facts.isOtherLanguage())),
    LENGTH_X_MEANING(Reason.MEANING, facts -> facts.meaning() * facts.length()),
    SAME_DURABLE_X_MEANING(Reason.SAME_DURABLE, facts -> facts.meaning() * is(facts.sharesDurable())),
    NEW_DURABLE_X_MEANING(Reason.MEANING, facts -> facts.meaning() * is(facts.namesNewDurable())),
    OTHER_DURABLE_X_MEANING(Reason.NONE, facts -> facts.meaning() * is(facts.differsInDurable())),
    CONTACTS_X_MEANING(Reason.MEANING, facts -> facts.meaning() * facts.contacts()),
    OPEN_X_MEANING(Reason.OPEN, facts -> facts.meaning() * is(facts.isOpen())),
    CHOSEN_DURABLE_X_MEANING(Reason.SAME_DURABLE, facts -> facts.meaning() * is(facts.choosesDurable())),
    REJECTED_DURABLE_X_MEANING(Reason.NONE, facts -> facts.meaning() * is(facts.choosesAnotherDurable()));

    /** Days that make one step of {@link #QUIET_FOR}. */
    static final double DAY = Duration.ofDays(1).toMillis();

    private final Reason reason;
    private final ToDoubleFunction<Facts> value;

    Signal(Reason reason, ToDoubleFunction<Facts> value) {
        this.reason = reason;
        this.value = value;
    }

    double of(Facts facts) {
        return value.applyAsDouble(facts);
    }

    /** What it is a part of. */
    Reason reason() {
        return reason;
    }

    private static double over(double value, double knee) {
        return Math.max(0, value - knee);
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }
}
