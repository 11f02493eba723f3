package io.carryon.profile.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** How well two names agree, whatever the order of their parts. */
enum NameAgreement {
    /** At least two parts are the same and none contradicts. */
    SAME,
    /** The same but for typing errors. */
    CLOSE,
    /** One side has an initial where the other has a name. */
    INITIALS,
    /** One side has only one part, which the other has too. */
    PART,
    /** Nothing is known on one side, or too little. */
    UNKNOWN,
    /** Some parts are the same and others contradict: relatives mostly. */
    MIXED,
    /** Nothing is the same. */
    DIFFERENT;

    private static final int SHORTEST_WITH_TYPO = 3;
    private static final int SHORTEST_WITH_TWO_TYPOS = 8;
    private static final String ENDINGS = "aeiouy";

    /** Whether the names can be of one person without anybody having made a mistake. */
    boolean isCompatible() {
        return this == SAME || this == INITIALS || this == PART || this == UNKNOWN;
    }

    boolean contradicts() {
        return this == MIXED || this == DIFFERENT;
    }

    static NameAgreement of(PersonName one, PersonName other) {
        if (one.isUnknown() || other.isUnknown()) {
            return UNKNOWN;
        }
        if (one.parts().size() + other.parts().size() > 2 && same(one.joined(), other.joined())) {
            return SAME;
        }
        var left = new ArrayList<>(one.parts());
        var right = new ArrayList<>(other.parts());
        var same = take(left, right, (a, b) -> a.length() > 1 && same(a, b));
        var close = take(left, right, NameAgreement::areClose);
        var initials =
                take(left, right, NameAgreement::isInitial) + abbreviations(left, right) + abbreviations(right, left);
        if (!left.isEmpty() && !right.isEmpty()) {
            if (areWrittenTogether(left, right)) {
                same++;
            } else {
                return same + close > 0 ? contradiction(one, other) : DIFFERENT;
            }
        }
        return of(same, close, initials);
    }

    private static NameAgreement of(int same, int close, int initials) {
        if (initials > 0) {
            return same > 0 ? INITIALS : UNKNOWN;
        } else if (same + close > 1) {
            return close > 0 ? CLOSE : SAME;
        }
        return same > 0 ? PART : UNKNOWN;
    }

    private static NameAgreement contradiction(PersonName one, PersonName other) {
        return one.parts().size() > 1 || other.parts().size() > 1 ? MIXED : DIFFERENT;
    }

    private static int take(List<String> left, List<String> right, BiPredicate<String, String> agree) {
        var taken = 0;
        for (var one : List.copyOf(left)) {
            var found = right.stream().filter(other -> agree.test(one, other)).findFirst();
            if (found.isPresent()) {
                left.remove(one);
                right.remove(found.get());
                taken++;
            }
        }
        return taken;
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || Letters.withoutUmlauts(one).equals(Letters.withoutUmlauts(other));
    }

    private static boolean isInitial(String one, String other) {
        return (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
    }

    /** HP for Hans-Peter. */
    private static int abbreviations(List<String> shortened, List<String> whole) {
        var initials = whole.stream().map(part -> part.substring(0, 1)).collect(Collectors.joining());
        if (initials.length() > 1 && shortened.remove(initials)) {
            whole.clear();
            return 1;
        }
        return 0;
    }

    private static boolean areWrittenTogether(List<String> left, List<String> right) {
        return same(String.join("", left), String.join("", right));
    }

    /** Martin and Martina, Jan and Jana, Mario and Maria are two people, not a typing error. */
    private static boolean areClose(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        var longer = Math.max(one.length(), other.length());
        if (shorter < SHORTEST_WITH_TYPO || differInEnding(one, other)) {
            return false;
        }
        return Similarity.typos(one, other) <= (longer >= SHORTEST_WITH_TWO_TYPOS ? 2 : 1);
    }

    private static boolean differInEnding(String one, String other) {
        return stem(one).equals(stem(other));
    }

    private static String stem(String name) {
        var last = name.length() - 1;
        return ENDINGS.indexOf(name.charAt(last)) >= 0 ? name.substring(0, last) : name;
    }
}
