package io.carryon.profile.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Spellings of one name in other alphabets and keyboards brought to plain Latin letters. */
final class Letters {

    /** Letters that Unicode does not take apart, and Cyrillic as it is usually written in Latin. */
    private static final Map<Integer, String> PLAIN = Map.copyOf(plain());

    private Letters() {}

    private static Map<Integer, String> plain() {
        var pairs = "ß=ss ł=l ø=o đ=d ð=d þ=th æ=ae œ=oe ı=i ŀ=l ħ=h ŧ=t "
                + "а=a б=b в=v г=g ґ=g д=d е=e є=ie ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u "
                + "ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz "
                + "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o";
        return Arrays.stream(pairs.split(" "))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0].codePointAt(0), pair -> pair[1]));
    }

    /** Lower case, without diacritics: Jürgen Groß is jurgen gross. */
    static String plain(String text) {
        var lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var plain = new StringBuilder(lower.length());
        lower.codePoints().forEach(letter -> {
            if (PLAIN.containsKey(letter)) {
                plain.append(PLAIN.get(letter));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString();
    }

    /** What stays the same when umlauts are written in two letters: Juergen, Jürgen and Jurgen alike are jurgen. */
    static String withoutUmlauts(String plain) {
        return plain.replaceAll("(?<=[aou])e(?!$)", "");
    }
}
