package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A mail address in common, or two that look alike. */
final class MailComparison implements Comparison {

    private static final int SHORTEST_TELLING = 8;

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        return one.mails().stream()
                .map(Mailbox::of)
                .flatMap(mine -> other.mails().stream()
                        .map(Mailbox::of)
                        .flatMap(theirs -> of(mine, theirs, one, other).stream()))
                .max(Comparator.comparingInt(Evidence::weight))
                .stream();
    }

    private static Optional<Evidence> of(Mailbox mine, Mailbox theirs, Person one, Person other) {
        if (mine.isNobodys() || theirs.isNobodys()) {
            return Optional.empty();
        }
        return mine.canonical().equals(theirs.canonical())
                ? Optional.of(shared(mine, theirs, PersonName.of(one.name()), PersonName.of(other.name())))
                : alike(mine, theirs);
    }

    private static Evidence shared(Mailbox mine, Mailbox theirs, PersonName one, PersonName other) {
        var names = Stream.concat(one.parts().stream(), other.parts().stream()).toList();
        if (mine.isRole(names) || theirs.isRole(names)) {
            return Evidence.doubtful(Kind.EMAIL, 4, "a mailbox that belongs to a function");
        }
        // Of two people who both give their name, the names speak for themselves.
        var isTold = !one.isUnknown() && !other.isUnknown();
        if (!mine.isPersonal() && !isTold && !mine.bearsNameOf(one.isUnknown() ? other : one)) {
            return Evidence.doubtful(Kind.EMAIL, 14, "the same mailbox of a company, which does not bear the name");
        }
        return Evidence.of(Kind.EMAIL, 22, "the same mailbox");
    }

    private static Optional<Evidence> alike(Mailbox mine, Mailbox theirs) {
        if (mine.domain().equals(theirs.domain())) {
            if (mine.local().equals(theirs.local())) {
                return Optional.of(
                        Evidence.doubtful(Kind.EMAIL, 9, "addresses that differ in what is behind the plus"));
            }
            return mine.skeleton().equals(theirs.skeleton())
                    ? Optional.of(Evidence.doubtful(Kind.EMAIL, 9, "addresses that differ in dots only"))
                    : Optional.empty();
        }
        return mine.skeleton().equals(theirs.skeleton())
                        && mine.skeleton().length() >= SHORTEST_TELLING
                        && mine.isPersonal()
                        && theirs.isPersonal()
                ? Optional.of(Evidence.doubtful(Kind.EMAIL, 5, "the same name at two providers"))
                : Optional.empty();
    }
}
