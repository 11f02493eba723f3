package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.stream.Stream;

/** What their names say. Half of a country shares the other half's first names: a name alone decides nothing. */
final class NameComparison implements Comparison {

    static final String NEARLY_SAME = "the same name but for a typing error";

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        var left = PersonName.of(one.name());
        var right = PersonName.of(other.name());
        return Stream.concat(agreement(NameAgreement.of(left, right)), doubts(left, right));
    }

    private static Stream<Evidence> agreement(NameAgreement agreement) {
        return switch (agreement) {
            case SAME -> Stream.of(Evidence.of(Kind.NAME, 8, "the same name"));
            case CLOSE -> Stream.of(Evidence.of(Kind.NAME, 5, NEARLY_SAME));
            case INITIALS -> Stream.of(Evidence.of(Kind.NAME, 4, "names that agree as far as they are written out"));
            case PART -> Stream.of(Evidence.of(Kind.NAME, 3, "one name in common and none that contradicts"));
            case UNKNOWN -> Stream.empty();
            case MIXED ->
                Stream.of(Evidence.doubtful(Kind.NAME, -8, "one name in common and another that contradicts"));
            case DIFFERENT -> Stream.of(Evidence.doubtful(Kind.NAME, -12, "different names"));
        };
    }

    private static Stream<Evidence> doubts(PersonName left, PersonName right) {
        if (left.household() || right.household()) {
            return Stream.of(Evidence.doubtful(Kind.NAME, 0, "a name of several people"));
        }
        var generation = left.generation() == null ? right.generation() : left.generation();
        var isTold =
                generation != null && !(generation.equals(left.generation()) && generation.equals(right.generation()));
        return isTold
                ? Stream.of(Evidence.doubtful(Kind.NAME, -4, "only one is called " + generation))
                : Stream.empty();
    }
}
