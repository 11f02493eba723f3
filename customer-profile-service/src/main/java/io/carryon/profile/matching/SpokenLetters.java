package io.carryon.profile.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was spelled letter by letter, with or without the words of an alphabet, as a speech recognizer writes it down. */
final class SpokenLetters {

    private static final Pattern BLANKS = Pattern.compile("[^a-z0-9]+");
    /** "s for Sarah", "b comme Bernard". */
    private static final Pattern AS_IN =
            Pattern.compile("\\b([a-z]) (?:for|like|as in|as|comme|wie|jak|como|ca|kaip) [a-z]{3,}");

    private static final int LONGEST_GROUP = 4;
    private static final double SOUNDS_ALIKE = .4;

    /** The international spelling alphabet, the one older people use, and how a recognizer writes letters' names. */
    private static final Map<String, String> WORDS = Map.copyOf(words());

    /** Letters whose names rhyme, which a telephone line does not keep apart. */
    private static final List<String> RHYMES =
            List.of("bcdegptvz3", "ahjk8", "fslmnx", "iy159", "quo02", "v5", "b6", "9n", "w2", "aer", "ck", "sz", "ie");

    private SpokenLetters() {}

    private static Map<String, String> words() {
        var alphabet =
                "alpha alfa bravo charlie delta echo foxtrot golf gulf hotel india indigo juliet juliett kilo lima "
                        + "mike mama november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu "
                        + "adam able baker david edward frank george harry henry ida jack john king lincoln london mary nora "
                        + "nancy ocean peter paul queen robert roger samuel sugar tom thomas union vienna violet william yellow zebra";
        var words = new HashMap<String, String>();
        for (var word : alphabet.split(" ")) {
            words.put(word, word.substring(0, 1));
        }
        var names =
                "be=b bee=b see=c sea=c dee=d gee=g jay=j kay=k el=l em=m en=n oh=o pea=p queue=q cue=q are=r ess=s tea=t "
                        + "tee=t you=u why=y ex=x zed=z zee=z zero=0 nought=0 one=1 two=2 to=2 too=2 three=3 four=4 for=4 five=5 "
                        + "six=6 seven=7 eight=8 ate=8 nine=9 jeden=1 dwa=2 trzy=3 cztery=4 piec=5 szesc=6 siedem=7 osiem=8 "
                        + "dziewiec=9 eins=1 zwei=2 zwo=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 "
                        + "un=1 deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 neuf=9 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 "
                        + "siete=7 ocho=8 nueve=9";
        for (var pair : names.split(" ")) {
            words.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return words;
    }

    /** The letters and digits, without blanks; whole words that stand for no letter are left out. */
    static String of(String heard) {
        return Arrays.stream(BLANKS.split(AS_IN.matcher(Letters.plain(heard).replace("x-ray", "xray"))
                        .replaceAll("$1")))
                .map(SpokenLetters::letters)
                .collect(Collectors.joining());
    }

    private static String letters(String group) {
        var word = WORDS.get(group);
        var isSpelled = group.length() <= LONGEST_GROUP || group.chars().anyMatch(Character::isDigit);
        return word != null ? word : isSpelled ? group : "";
    }

    /** From 0 to 1, where taking one letter for another that sounds alike is a smaller mistake. */
    static double likeness(String heard, String known) {
        return Similarity.ratio(heard, known, SpokenLetters::cost);
    }

    private static double cost(char one, char other) {
        if (one == other) {
            return 0;
        }
        return RHYMES.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0)
                ? SOUNDS_ALIKE
                : 1;
    }
}
