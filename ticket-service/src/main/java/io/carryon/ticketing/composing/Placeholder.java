package io.carryon.ticketing.composing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What templates can have places for: the whole list. */
public enum Placeholder {
    CUSTOMER_NAME("The customer's name; unknown for somebody who gave none"),
    TICKET_NUMBER("The ticket's number, for the footer"),
    SUBJECT("The ticket's subject"),
    QUEUE("The ticket's queue"),
    AGENT_NAME("Who writes the reply"),
    PROBLEM("What happened, as it is understood; else what the customer wrote first"),
    EXPECTATION("What the customer expects, as it is understood"),
    NEXT_STEP("What staff told the customer comes next"),
    NEXT_UPDATE_BY("By when the customer hears from us, as staff told them"),
    SOLUTION("Always filled in by hand");

    private final String meaning;

    Placeholder(String meaning) {
        this.meaning = meaning;
    }

    /** As it is written between braces. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    /** Those of all, in their order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Placeholder::key).toList();
    }

    public static Optional<Placeholder> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
    }
}
