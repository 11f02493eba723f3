package io.carryon.profile.recognition.linking;

import java.util.function.Predicate;

/** What speaks for an issue, as staff read it; several signals weigh one reason. */
enum Reason {
    MEANING("it means much the same", facts -> facts.meaning() >= 0.35),
    WORDS("it uses the same telling words", facts -> facts.words() >= 0.15),
    SAME_DURABLE("it names the same card or policy", Facts::sharesDurable),
    REPLY("it answers a message about the issue", Facts::answers),
    OPEN("the issue is open", Facts::isOpen),
    RECENT("the customer was in touch about it within a week", facts -> facts.quietFor() <= Math.log1p(7)),
    /** Of signals that nobody would understand as a reason. */
    NONE("", facts -> false);

    private final String says;
    private final Predicate<Facts> holds;

    Reason(String says, Predicate<Facts> holds) {
        this.says = says;
        this.holds = holds;
    }

    String says() {
        return says;
    }

    /** Whether it is the case: what is not may speak for a link too, but is no reason. */
    boolean holds(Facts facts) {
        return holds.test(facts);
    }
}
