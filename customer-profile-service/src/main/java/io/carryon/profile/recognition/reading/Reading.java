package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/**
 * A contact's text as recognition reads it. What follows from its meaning is worked out when it is asked for: of most
 * earlier contacts it never is.
 */
public final class Reading {

    private final String meaning;
    private final String language;
    private final List<NamedNumber> numbers;
    // Worked out twice where two threads ask at once, to the same end.
    private Set<String> terms;

    private Reading(String meaning, String language, List<NamedNumber> numbers) {
        this.meaning = meaning;
        this.language = language;
        this.numbers = numbers;
    }

    /** The reading whose meaning was kept: the rest follows from it. */
    public static Reading of(String meaning, String language, List<NamedNumber> numbers) {
        return new Reading(meaning, language, List.copyOf(numbers));
    }

    /**
     * What it is about, in English as far as it could be glossed, without numbers and phrases that say nothing; at most
     * {@link ContactReader#LONGEST} characters; empty when nothing is left.
     */
    public String meaning() {
        return meaning;
    }

    /** ISO 639-1, or null when it could not be told. */
    public String language() {
        return language;
    }

    /** Orders, invoices, cards that it names. */
    public List<NamedNumber> numbers() {
        return numbers;
    }

    /** The words that matter, stemmed. */
    public Set<String> terms() {
        var known = terms;
        if (known == null) {
            known = Terms.of(Word.of(meaning));
            terms = known;
        }
        return known;
    }

    /** Whether it says nothing of its own, such as "any news?". */
    public boolean followUp() {
        return FollowUps.isOne(Word.of(meaning));
    }

    /** Whether it asks for something or reports a trouble, and does not just give what was asked for. */
    public boolean asks() {
        return Requests.isOne(meaning);
    }

    /** Numbers that belong to one issue. */
    public List<NamedNumber> transactional() {
        return numbers.stream().filter(NamedNumber::isTransactional).toList();
    }

    /** Numbers that belong to the customer, such as a card's. */
    public List<NamedNumber> durable() {
        return numbers.stream().filter(NamedNumber::isDurable).toList();
    }
}
