package io.carryon.profile.recognition.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How numbers and letters are spoken, as speech recognizers write them down, in the seven languages we greet in. */
final class Speech {

    private static final Map<String, String> DIGITS = digits(
            "zero one two three four five six seven eight nine",
            "null eins zwei drei vier funf sechs sieben acht neun",
            "zero un deux trois quatre cinq six sept huit neuf",
            "cero uno dos tres cuatro cinco seis siete ocho nueve",
            "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
            "zero unu doi trei patru cinci sase sapte opt noua",
            "nulis vienas du trys keturi penki sesi septyni astuoni devyni");

    private static final Map<String, Integer> REPEATS = Map.of(
            "double", 2, "triple", 3, "doppel", 2, "doppelt", 2, "doble", 2, "podwojne", 2, "dublu", 2, "dvigubas", 2);

    /** The alphabet of ICAO Annex 10 and how recognizers spell some of it. */
    private static final List<String> ALPHABET = List.of(
            "alpha alfa",
            "bravo",
            "charlie",
            "delta",
            "echo",
            "foxtrot",
            "golf",
            "hotel",
            "india",
            "juliet juliett",
            "kilo",
            "lima",
            "mike",
            "november",
            "oscar",
            "papa",
            "quebec",
            "romeo",
            "sierra",
            "tango",
            "uniform",
            "victor",
            "whiskey whisky",
            "x-ray xray",
            "yankee",
            "zulu");

    private static final Map<String, String> LETTERS = letters();

    /** Said while thinking, and meaning nothing. */
    static final Set<String> FILLERS = Set.of(
            "um", "umm", "uh", "uhh", "er", "erm", "eh", "hm", "hmm", "mhm", "ah", "like", "so", "yeah", "okay", "ok",
            "well", "ahm", "ehm", "euh", "yyy", "aaa");

    private static final Map<String, String> PAIRS = Map.of("you", "know", "i", "mean");

    private Speech() {}

    /** The digit a word says, or null; "oh" and "o" are zeros among other digits only. */
    static String digit(String word, boolean amongDigits) {
        if ("oh".equals(word) || ("o".equals(word) && amongDigits)) {
            return "0";
        }
        return DIGITS.get(word);
    }

    /** How often the next digit is said, 0 when the word says nothing of the kind. */
    static int repeats(String word) {
        return REPEATS.getOrDefault(word, 0);
    }

    /** The letter a word of the radio alphabet stands for, or null. */
    static String letter(String word) {
        return LETTERS.get(word);
    }

    /** How many words from here are filler, 0 when it is none. */
    static int filler(List<Word> words, int at) {
        var word = words.get(at).text();
        if (FILLERS.contains(word)) {
            return 1;
        }
        var second = PAIRS.get(word);
        return second != null
                        && at + 1 < words.size()
                        && words.get(at + 1).text().equals(second)
                ? 2
                : 0;
    }

    private static Map<String, String> digits(String... languages) {
        var digits = new HashMap<String, String>();
        for (var language : languages) {
            var words = language.split(" ");
            for (int i = 0; i < words.length; i++) {
                digits.putIfAbsent(words[i], Integer.toString(i));
            }
        }
        // Other forms: zwo, fuenf; une; siedm; dua.
        digits.putAll(Map.of("zwo", "2", "fuenf", "5", "nought", "0", "nil", "0", "une", "1", "doua", "2"));
        // "un" and "six" are words of their own in other languages; "six" means the same in both.
        digits.remove("un");
        return Map.copyOf(digits);
    }

    private static Map<String, String> letters() {
        var letters = new HashMap<String, String>();
        for (int i = 0; i < ALPHABET.size(); i++) {
            var letter = String.valueOf((char) ('a' + i));
            Arrays.stream(ALPHABET.get(i).split(" ")).forEach(word -> letters.put(word, letter));
        }
        return Map.copyOf(letters);
    }
}
