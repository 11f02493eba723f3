package io.carryon.gateway.phone.cti;

import java.util.List;
import java.util.Optional;

/** What holds for the numbers of a pattern, configured as {@code pattern=value}. */
public record NumberRule(NumberPattern pattern, String value) {

    /** Reads the operator's words; throws IllegalArgumentException when they are not {@code pattern=value}. */
    public static NumberRule of(String text) {
        var middle = text.indexOf('=');
        if (middle < 1 || text.substring(middle + 1).isBlank()) {
            throw new IllegalArgumentException("\"%s\" is not pattern=value, as in +4930*=support".formatted(text));
        }
        return new NumberRule(
                NumberPattern.of(text.substring(0, middle)),
                text.substring(middle + 1).strip());
    }

    /** The value of the first rule that fits. */
    static Optional<String> first(List<NumberRule> rules, String number) {
        return rules.stream()
                .filter(rule -> rule.pattern().fits(number))
                .map(NumberRule::value)
                .findFirst();
    }
}
