package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.stream.Stream;

/** Dates of birth: nobody has two, but they are mistyped. */
final class BirthComparison implements Comparison {

    static final int DIGITS = 8;

    /** Parents and children bear the same name at the same address: that far apart it is no typing error. */
    private static final int GENERATION = 12;

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        if (!isWhole(one.birth()) || !isWhole(other.birth())) {
            return Stream.empty();
        } else if (one.birth().equals(other.birth())) {
            return Stream.of(Evidence.of(Kind.BIRTH, 12, "the same date of birth"));
        }
        return isMistyped(one.birth(), other.birth())
                ? Stream.of(Evidence.of(Kind.BIRTH, 5, "the same date of birth but for a typing error"))
                : Stream.of(Evidence.doubtful(Kind.BIRTH, -14, "different dates of birth"));
    }

    static boolean isMistyped(String one, String other) {
        var years = Math.abs(Integer.parseInt(one.substring(0, 4)) - Integer.parseInt(other.substring(0, 4)));
        var swapped = one.substring(0, 4) + one.substring(6) + one.substring(4, 6);
        return years < GENERATION && (swapped.equals(other) || Similarity.typos(one, other) == 1);
    }

    private static boolean isWhole(String birth) {
        return birth != null
                && birth.length() == DIGITS
                && birth.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
