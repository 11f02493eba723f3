package io.carryon.gateway.phone;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds card numbers and IBANs in what callers type and say, by their check digits. It rather masks too much. */
final class PaymentNumbers {

    private static final String MASK = "****";
    private static final String GAP = "[ .\\-]{0,2}";
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){12,}");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]" + GAP + "[A-Za-z]" + GAP + "[0-9]"
            + GAP + "[0-9](?:" + GAP + "[A-Za-z0-9]){11,30}");
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int SHORTEST_IBAN = 15;

    private PaymentNumbers() {}

    /** The text with such numbers replaced; null stays null. */
    static String masked(String text) {
        if (text == null) {
            return null;
        }
        var withoutCards = DIGITS.matcher(text).replaceAll(PaymentNumbers::card);
        return ACCOUNT.matcher(withoutCards).replaceAll(PaymentNumbers::account);
    }

    // A longer run may hide a number between other digits: then all of it goes.
    private static String card(MatchResult run) {
        var digits = run.group().replaceAll("[^0-9]", "");
        for (var length = SHORTEST_CARD; length <= Math.min(LONGEST_CARD, digits.length()); length++) {
            for (var start = 0; start + length <= digits.length(); start++) {
                if (hasSpan(digits, length) && isCard(digits.substring(start, start + length))) {
                    return MASK;
                }
            }
        }
        return Matcher.quoteReplacement(run.group());
    }

    // Windows within a run that is not much longer than a card; others are no number anybody says.
    private static boolean hasSpan(String digits, int length) {
        return digits.length() <= LONGEST_CARD ? digits.length() == length : true;
    }

    private static boolean isCard(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static String account(MatchResult run) {
        var text = run.group();
        for (var end = text.length(); end > 0; end--) {
            var iban = text.substring(0, end).replaceAll("[^A-Za-z0-9]", "");
            if (iban.length() < SHORTEST_IBAN) {
                break;
            }
            if (Character.isLetterOrDigit(text.charAt(end - 1)) && isIban(iban.toUpperCase(Locale.ROOT))) {
                return MASK + Matcher.quoteReplacement(text.substring(end));
            }
        }
        return Matcher.quoteReplacement(text);
    }

    // Words that happen to have the right remainder have few digits; no country's numbers do.
    private static boolean isIban(String iban) {
        var digits = iban.chars().filter(Character::isDigit).count();
        if (digits * 2 < iban.length()) {
            return false;
        }
        var turned = iban.substring(4) + iban.substring(0, 4);
        var remainder = 0;
        for (var i = 0; i < turned.length(); i++) {
            var value = Character.digit(turned.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
