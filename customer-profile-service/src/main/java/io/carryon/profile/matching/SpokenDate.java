package io.carryon.profile.matching;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a date of birth as it was heard against a known one. What is heard cannot always be read alone ("01091 956",
 * "13 to 1986"), but whether it can be the known date can be said.
 */
final class SpokenDate {

    /** How what was heard agrees with the known date. */
    enum Agreement {
        SAME,
        /** But for one digit. */
        NEAR,
        OTHER,
        /** Too little was understood. */
        NOTHING
    }

    private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}+");
    private static final int FEWEST_DIGITS = 6;
    private static final int FEWEST_DIGITS_OF_SHORT_YEAR = 5;
    private static final int LONGEST = 100;
    private static final int SHORTEST_MONTH = 3;

    /** Numbers that a recognizer takes for other words. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("to", "2"),
            Map.entry("two", "2"),
            Map.entry("too", "2"),
            Map.entry("for", "4"),
            Map.entry("four", "4"),
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("zero", "0"),
            Map.entry("one", "1"),
            Map.entry("first", "1"),
            Map.entry("premier", "1"),
            Map.entry("erste", "1"),
            Map.entry("ersten", "1"),
            Map.entry("primero", "1"));

    private static final List<Locale> LANGUAGES =
            Stream.of("en", "de", "fr", "es", "pl", "ro", "lt").map(Locale::of).toList();

    private static final Map<String, Integer> MONTHS = months();

    private SpokenDate() {}

    private static Map<String, Integer> months() {
        return LANGUAGES.stream()
                .flatMap(language -> Arrays.stream(Month.values())
                        .flatMap(month -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)
                                .map(style -> Map.entry(
                                        Letters.plain(month.getDisplayName(style, language)), month.getValue()))))
                .filter(name -> Character.isLetter(name.getKey().charAt(0)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /**
     * The best agreement of any attempt.
     *
     * @param birth eight digits, year first
     */
    static Agreement of(List<String> attempts, String birth) {
        return attempts.stream()
                .map(attempt -> of(attempt, birth))
                .min(Agreement::compareTo)
                .orElse(Agreement.NOTHING);
    }

    private static Agreement of(String attempt, String birth) {
        var heard = List.of(digits(attempt, true), digits(attempt, false));
        var longest = heard.stream().mapToInt(String::length).max().orElse(0);
        if (spellings(birth, true).anyMatch(heard::contains)
                || (longest >= FEWEST_DIGITS_OF_SHORT_YEAR
                        && spellings(birth, false).anyMatch(heard::contains))) {
            return Agreement.SAME;
        } else if (longest < FEWEST_DIGITS) {
            return Agreement.NOTHING;
        }
        var isNear = spellings(birth, true)
                .anyMatch(known -> heard.stream().anyMatch(digits -> Similarity.typos(known, digits) == 1));
        return isNear ? Agreement.NEAR : Agreement.OTHER;
    }

    /** The date in digits as people say it: with or without zeros, in any usual order. */
    private static Stream<String> spellings(String birth, boolean wholeYear) {
        var year = birth.substring(wholeYear ? 0 : 2, 4);
        var months = withoutZero(birth.substring(4, 6));
        var days = withoutZero(birth.substring(6));
        return days.stream()
                .flatMap(day -> months.stream()
                        .flatMap(month -> Stream.of(day + month + year, month + day + year, year + month + day)));
    }

    private static List<String> withoutZero(String two) {
        return two.startsWith("0") ? List.of(two, two.substring(1)) : List.of(two);
    }

    private static String digits(String attempt, boolean wordsAsNumbers) {
        var text = Letters.plain(attempt.substring(0, Math.min(attempt.length(), LONGEST)));
        var digits = new StringBuilder();
        for (var found : TOKEN.matcher(text).results().toList()) {
            var token = found.group();
            if (Character.isDigit(token.charAt(0))) {
                digits.append(token);
            } else if (wordsAsNumbers && NUMBERS.containsKey(token)) {
                digits.append(NUMBERS.get(token));
            } else {
                digits.append(month(token));
            }
        }
        return digits.toString();
    }

    /** A month's number for its name in any of the languages, whole or shortened, else nothing. */
    private static String month(String word) {
        if (word.length() < SHORTEST_MONTH) {
            return "";
        }
        var exact = MONTHS.get(word);
        if (exact != null) {
            return exact.toString();
        }
        var begun = new HashSet<Integer>();
        MONTHS.forEach((name, number) -> {
            if (name.startsWith(word)) {
                begun.add(number);
            }
        });
        return begun.size() == 1 ? begun.iterator().next().toString() : "";
    }
}
