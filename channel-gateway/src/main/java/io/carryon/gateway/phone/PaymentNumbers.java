package io.carryon.gateway.phone;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds card numbers and IBANs in what callers type and say, by their check digits. It rather masks too much. */
final class PaymentNumbers {

    private static final String MASK = "****";
    // Possessive throughout: what is long must not be matched by recursion.
    private static final String GAP = "[ .,/\\-]{0,3}+";
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){12,}+");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]" + GAP + "[A-Za-z]" + GAP + "[0-9]"
            + GAP + "[0-9](?:" + GAP + "[A-Za-z0-9]){11,30}");
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    /** What the issuers' numbers begin with, and their lengths (ISO/IEC 7812): any digits have a right sum one in ten. */
    private static final Pattern ISSUED = Pattern.compile("4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|3[47][0-9]{13}"
            + "|(?:5[1-5]|2[2-7]|8[12])[0-9]{14}|3[0689][0-9]{12,17}|(?:35|5[06-8]|6[0-9])[0-9]{11,17}");
    /** Countries and the length of their numbers (the registry of ISO 13616): other words have right remainders too. */
    private static final Map<String, Integer> IBAN_LENGTHS = Stream.of(("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22"
                            + " BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23"
                            + " GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20"
                            + " LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24"
                            + " SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20")
                    .split(" "))
            .collect(Collectors.toMap(word -> word.substring(0, 2), word -> Integer.valueOf(word.substring(2))));

    private PaymentNumbers() {}

    /** The text with such numbers replaced; null stays null. */
    static String masked(String text) {
        if (text == null) {
            return null;
        }
        var withoutAccounts = ACCOUNT.matcher(text).replaceAll(PaymentNumbers::account);
        return DIGITS.matcher(withoutAccounts).replaceAll(PaymentNumbers::card);
    }

    // A card may stand between other digits, such as its code and its date: then all of them go.
    private static String card(MatchResult run) {
        var digits = run.group().replaceAll("[^0-9]", "");
        var found = (digits.length() <= LONGEST_CARD && hasRightSum(digits)) || holdsCard(digits);
        return found ? MASK : Matcher.quoteReplacement(run.group());
    }

    private static boolean holdsCard(String digits) {
        return IntStream.rangeClosed(SHORTEST_CARD, Math.min(LONGEST_CARD, digits.length()))
                .anyMatch(length -> IntStream.rangeClosed(0, digits.length() - length)
                        .mapToObj(start -> digits.substring(start, start + length))
                        .anyMatch(part -> ISSUED.matcher(part).matches() && hasRightSum(part)));
    }

    private static boolean hasRightSum(String digits) {
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
        var length = IBAN_LENGTHS.get(
                text.replaceAll("[^A-Za-z]", "").substring(0, 2).toUpperCase(Locale.ROOT));
        var end = length == null ? -1 : endOf(text, length);
        return end > 0
                        && isIban(text.substring(0, end)
                                .replaceAll("[^A-Za-z0-9]", "")
                                .toUpperCase(Locale.ROOT))
                ? MASK + Matcher.quoteReplacement(text.substring(end))
                : Matcher.quoteReplacement(text);
    }

    /** Where so many letters and digits are over, or -1. */
    private static int endOf(String text, int length) {
        var left = length;
        for (var i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && --left == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isIban(String iban) {
        var turned = iban.substring(4) + iban.substring(0, 4);
        var remainder = 0;
        for (var i = 0; i < turned.length(); i++) {
            var value = Character.digit(turned.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
