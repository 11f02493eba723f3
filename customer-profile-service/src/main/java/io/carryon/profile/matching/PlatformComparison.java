package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.stream.Stream;

/** A name on a platform in common. */
final class PlatformComparison implements Comparison {

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        return one.platformHandles().stream().anyMatch(other.platformHandles()::contains)
                ? Stream.of(Evidence.of(Kind.PLATFORM, 20, "the same name on a platform"))
                : Stream.empty();
    }
}
