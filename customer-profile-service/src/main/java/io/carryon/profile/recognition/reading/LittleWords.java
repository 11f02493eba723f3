package io.carryon.profile.recognition.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells a language by the words that nobody gets along without in it, among those we greet in. */
final class LittleWords {

    /** Points that are enough: a word of one language alone is worth two, one that another has too is worth one. */
    private static final int ENOUGH = 4;
    /** One known word of so many at least: names and quotes of another language may stand among them. */
    private static final int ONE_OF = 5;

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pl", "ro", "lt");
    private static final int ALL = (1 << LANGUAGES.size()) - 1;

    /** Without accents, as {@link Word#plain} writes them. Those that stand in several lists tell less. */
    private static final Map<String, Integer> WORDS = words(Map.of(
            "en",
            "a i my to is in no on do me the and you your with this that have has for from please can would could it how"
                    + " when which been because there i'm don't can't didn't isn't need want thank thanks where know did does"
                    + " it's i'd i've of what not get any but they there's should help why who had were its into about still"
                    + " just only more make was be will account number customer order change hello use last",
            "de",
            "der und ich nicht ist das ein eine einen einem einer mit auf fur habe mein meine meinen meiner wie kann"
                    + " bitte wurde noch aber sich zu den dem von bei wir mir in was order",
            "fr",
            "je les des et pour pas une avec vous nous dans sur c'est j'ai mais cette votre n'ai mon ma est il qu'il"
                    + " a me on change use",
            "es",
            "el los las del por con pero estoy usted muy cuando donde quiero puedo hola gracias porque tengo mis yo a me"
                    + " no",
            "pl",
            "nie jest sie ze jak czy mam moj moje moja dla prosze przez tylko ale jestem moge chce bardzo jeszcze zostal"
                    + " a i my to do on no",
            "ro",
            "sunt este nu cu pentru mai imi din pe fost vreau multumesc care acum meu mea cum daca fara buna a in do no",
            "lt",
            "ir kad yra mano kaip noriu galiu buvo labas aciu prasau jau nuo iki kodel apie man is i"));

    private LittleWords() {}

    /**
     * The language all known words are of, where there are enough; null where they leave it open.
     *
     * @param until the character of the text at which to stop
     */
    static String language(List<Word> words, int until) {
        var left = ALL;
        var points = 0;
        var known = 0;
        var read = 0;
        for (var word : words) {
            if (word.end() > until) {
                break;
            }
            read++;
            var of = WORDS.get(word.text());
            if (of != null) {
                left &= of;
                points += Integer.bitCount(of) == 1 ? 2 : 1;
                known++;
            }
        }
        return Integer.bitCount(left) == 1 && points >= ENOUGH && known * ONE_OF >= read
                ? LANGUAGES.get(Integer.numberOfTrailingZeros(left))
                : null;
    }

    private static Map<String, Integer> words(Map<String, String> lists) {
        var words = new HashMap<String, Integer>();
        lists.forEach((language, list) -> {
            for (var word : list.split(" ")) {
                words.merge(word, 1 << LANGUAGES.indexOf(language), (one, other) -> one | other);
            }
        });
        return Map.copyOf(words);
    }
}
