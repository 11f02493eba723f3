package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Account numbers: one in common, or only different ones. */
final class AccountComparison implements Comparison {

    private static final Pattern AROUND = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BEFORE_DIGITS = Pattern.compile("^\\p{L}{0,3}0*(?=\\d{4,}$)");

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        var mine = normal(one.accounts());
        var theirs = normal(other.accounts());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Stream.empty();
        }
        return mine.stream().anyMatch(theirs::contains)
                ? Stream.of(Evidence.of(Kind.ACCOUNT, 22, "the same account number"))
                : Stream.of(Evidence.doubtful(Kind.ACCOUNT, -16, "different account numbers"));
    }

    /** Blanks, a short prefix and leading zeros are a matter of the form that was filled in. */
    static String normal(String written) {
        var letters = AROUND.matcher(Letters.plain(written)).replaceAll("");
        return BEFORE_DIGITS.matcher(letters).replaceFirst("");
    }

    private static Set<String> normal(Set<String> written) {
        return written.stream()
                .map(AccountComparison::normal)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
    }
}
