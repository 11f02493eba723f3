package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Account numbers: one in common, or only different ones. */
final class AccountComparison implements Comparison {

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        var mine = numbers(one.accounts());
        var theirs = numbers(other.accounts());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Stream.empty();
        }
        return mine.stream().anyMatch(number -> theirs.stream().anyMatch(number::isSame))
                ? Stream.of(Evidence.of(Kind.ACCOUNT, 22, "the same account number"))
                : Stream.of(Evidence.doubtful(Kind.ACCOUNT, -16, "different account numbers"));
    }

    private static List<AccountNumber> numbers(Set<String> written) {
        return written.stream()
                .map(AccountNumber::of)
                .filter(account -> !account.number().isEmpty())
                .toList();
    }
}
