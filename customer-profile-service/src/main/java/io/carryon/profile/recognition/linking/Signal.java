package io.carryon.profile.recognition.linking;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What the model weighs of a contact and one earlier issue, each a number of its own. Pairs ("× meaning") stand for
 * evidence that counts for more or less the closer the two texts are.
 */
public enum Signal {
    MEANING("how close the texts are in meaning", Facts::meaning),
    MEANING_OVER_02("", facts -> over(facts.meaning(), 0.2)),
    MEANING_OVER_035("", facts -> over(facts.meaning(), 0.35)),
    MEANING_OVER_05("", facts -> over(facts.meaning(), 0.5)),
    MEANING_OVER_065("", facts -> over(facts.meaning(), 0.65)),
    MEANING_OVER_08("", facts -> over(facts.meaning(), 0.8)),
    MEANING_AVERAGE("how close it is to all that was said about the issue", Facts::averageMeaning),
    MEANING_LEAD("how much closer than to any other issue", Facts::meaningLead),
    MEANING_LEAD_OVER_0("", facts -> over(facts.meaningLead(), 0)),
    MEANING_LEAD_OVER_02("", facts -> over(facts.meaningLead(), 0.2)),
    WORDS("how many telling words both use", Facts::words),
    WORDS_OVER_02("", facts -> over(facts.words(), 0.2)),
    WORDS_OVER_05("", facts -> over(facts.words(), 0.5)),
    WORDS_LEAD("how many more than any other issue", Facts::wordsLead),
    NEW_REFERENCE("it names an order or invoice, the issue none", facts -> is(facts.namesNewReference())),
    REFERENCE_UNMENTIONED("the issue has an order or invoice, it names none", facts -> is(facts.leavesReferenceOut())),
    SAME_DURABLE("both name the same card or policy", facts -> is(facts.sharesDurable())),
    OTHER_DURABLE("they name different cards or policies", facts -> is(facts.differsInDurable())),
    NEW_DURABLE("it names a card or policy, the issue none", facts -> is(facts.namesNewDurable())),
    DURABLE_UNMENTIONED("the issue names a card or policy, it none", facts -> is(facts.leavesDurableOut())),
    CHOSEN_DURABLE("it names this issue's card where another issue has another", facts -> is(facts.choosesDurable())),
    REJECTED_DURABLE("it names another issue's card", facts -> is(facts.choosesAnotherDurable())),
    BEST_OF_SAME_DURABLE("the closest of those that name its card", facts -> is(facts.isClosestOfDurable())),
    REPLY("it answers a message about the issue", facts -> is(facts.answers())),
    REPLY_TO_ANOTHER("it answers a message about another issue", facts -> is(facts.answersAnother())),
    OPEN("the issue is open", facts -> is(facts.isOpen())),
    LATEST_OPEN("the open issue with the latest contact", facts -> is(facts.isLatestOpen())),
    QUIET_FOR("how recently the customer was in touch about it", Facts::quietFor),
    LONG_RESOLVED("resolved longer ago than an issue goes on", facts -> is(facts.isLongResolved())),
    CONTACTS("how often the customer was in touch about it", Facts::contacts),
    ISSUES("how many issues the customer has had", Facts::issues),
    LENGTH("how many telling words it has", Facts::length),
    SPOKEN("it was spoken", facts -> is(facts.isSpoken())),
    OTHER_LANGUAGE("it is in another language", facts -> is(facts.isOtherLanguage())),
    REPLY_TO_ANOTHER_X_MEANING("", facts -> facts.meaning() * is(facts.answersAnother())),
    SPOKEN_X_MEANING("", facts -> facts.meaning() * is(facts.isSpoken())),
    NEW_REFERENCE_X_MEANING("", facts -> facts.meaning() * is(facts.namesNewReference())),
    QUIET_FOR_X_MEANING("", facts -> facts.meaning() * facts.quietFor()),
    OTHER_LANGUAGE_X_MEANING("", facts -> facts.meaning() * is(facts.isOtherLanguage())),
    LENGTH_X_MEANING("", facts -> facts.meaning() * facts.length()),
    SAME_DURABLE_X_MEANING("", facts -> facts.meaning() * is(facts.sharesDurable())),
    NEW_DURABLE_X_MEANING("", facts -> facts.meaning() * is(facts.namesNewDurable())),
    OTHER_DURABLE_X_MEANING("", facts -> facts.meaning() * is(facts.differsInDurable())),
    CONTACTS_X_MEANING("", facts -> facts.meaning() * facts.contacts()),
    OPEN_X_MEANING("", facts -> facts.meaning() * is(facts.isOpen())),
    CHOSEN_DURABLE_X_MEANING("", facts -> facts.meaning() * is(facts.choosesDurable())),
    REJECTED_DURABLE_X_MEANING("", facts -> facts.meaning() * is(facts.choosesAnotherDurable()));

    /** Days that make one step of {@link #QUIET_FOR}. */
    static final double DAY = Duration.ofDays(1).toMillis();

    private final String says;
    private final ToDoubleFunction<Facts> value;

    Signal(String says, ToDoubleFunction<Facts> value) {
        this.says = says;
        this.value = value;
    }

    double of(Facts facts) {
        return value.applyAsDouble(facts);
    }

    /** What it tells a reader; empty for a part of another signal. */
    public String says() {
        return says;
    }

    private static double over(double value, double knee) {
        return Math.max(0, value - knee);
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }
}
