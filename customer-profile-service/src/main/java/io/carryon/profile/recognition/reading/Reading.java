package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/**
 * A contact's text as recognition reads it.
 *
 * @param meaning what it is about, in English as far as it could be glossed, without numbers and phrases that say
 *     nothing; at most {@link ContactReader#LONGEST} characters; empty when nothing is left
 * @param language ISO 639-1, or null when it could not be told
 * @param numbers orders, invoices, cards that it names
 * @param followUp whether it says nothing of its own, such as "any news?"
 * @param terms the words that matter, stemmed
 */
public record Reading(String meaning, String language, List<NamedNumber> numbers, boolean followUp, Set<String> terms) {

    /** The reading whose meaning was kept: the rest follows from it. */
    public static Reading of(String meaning, String language, List<NamedNumber> numbers) {
        var words = Word.of(meaning);
        return new Reading(meaning, language, numbers, FollowUps.isOne(words), Terms.of(words));
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
