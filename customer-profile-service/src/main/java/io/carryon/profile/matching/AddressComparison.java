package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where they live. People move, and share their address with their family: it never decides alone. */
final class AddressComparison implements Comparison {

    private static final double ALIKE = .75;
    private static final Pattern AROUND = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        return Stream.of(
                        part(one, other, PostalAddress::postcode, Kind.POSTCODE, 7, 3, "postcode"),
                        part(one, other, PostalAddress::street, Kind.ADDRESS, 6, 4, "street"),
                        part(one, other, PostalAddress::place, Kind.ADDRESS, 3, 2, "place"),
                        part(one, other, PostalAddress::number, Kind.ADDRESS, 3, 1, "house number"))
                .flatMap(Function.identity());
    }

    private static Stream<Evidence> part(
            Person one,
            Person other,
            Function<PostalAddress, String> part,
            Kind kind,
            int same,
            int alike,
            String called) {
        var mine = letters(part.apply(one.address()));
        var theirs = letters(part.apply(other.address()));
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Stream.empty();
        } else if (mine.equals(theirs)) {
            return Stream.of(Evidence.of(kind, same, "the same " + called));
        }
        return Similarity.ratio(mine, theirs) >= ALIKE
                ? Stream.of(Evidence.of(kind, alike, "nearly the same " + called))
                : Stream.of(Evidence.of(kind, -2, "another " + called));
    }

    private static String letters(String written) {
        return written == null ? "" : AROUND.matcher(Letters.plain(written)).replaceAll("");
    }
}
