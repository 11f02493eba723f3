package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** A number in common: a mobile is one person's, a landline a household's or a company's. */
final class PhoneComparison implements Comparison {

    /** A mobile number that was given up is given to somebody else after some months; few are kept apart for years. */
    private static final Duration LONG_AGO = Duration.ofDays(3 * 365);

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        return one.phones().stream()
                .flatMap(mine -> other.phones().stream()
                        .filter(theirs -> theirs.e164().equals(mine.e164()))
                        .map(theirs -> shared(mine, theirs, one, other)))
                .limit(1);
    }

    private static Evidence shared(PhoneHandle mine, PhoneHandle theirs, Person one, Person other) {
        if (mine.extension() != null || theirs.extension() != null) {
            return Objects.equals(mine.extension(), theirs.extension())
                    ? Evidence.of(Kind.PHONE, 12, "the same extension of the same switchboard")
                    : Evidence.doubtful(Kind.PHONE, 0, "different extensions of one switchboard");
        } else if (!mine.personal()) {
            return Evidence.of(Kind.PHONE, 10, "the same landline");
        }
        return isLongBetween(one, other)
                ? Evidence.of(Kind.PHONE, 14, "the same mobile number, years apart")
                : Evidence.of(Kind.PHONE, 20, "the same mobile number");
    }

    private static boolean isLongBetween(Person one, Person other) {
        return one.seenAt() != null
                && other.seenAt() != null
                && Duration.between(one.seenAt(), other.seenAt()).abs().compareTo(LONG_AGO) > 0;
    }
}
