package io.carryon.profile.matching;

import io.carryon.profile.matching.Evidence.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a caller was heard to say of themselves, held against what is known of somebody. */
final class HeardComparison implements Comparison {

    private static final double SAME = .85;
    private static final double ALIKE = .68;
    private static final double UNLIKE = .5;
    private static final int LONGEST = 200;

    @Override
    public Stream<Evidence> compare(Person one, Person other) {
        if (one.heard().isNothing() == other.heard().isNothing()) {
            return Stream.empty();
        }
        return one.heard().isNothing() ? of(other.heard(), one) : of(one.heard(), other);
    }

    private static Stream<Evidence> of(Heard heard, Person known) {
        return Stream.of(name(heard, known), postcode(heard, known), birth(heard, known))
                .flatMap(each -> each);
    }

    private static Stream<Evidence> birth(Heard heard, Person known) {
        if (known.birth() == null || known.birth().length() != BirthComparison.DIGITS) {
            return Stream.empty();
        }
        return switch (SpokenDate.of(heard.births(), known.birth())) {
            case SAME -> Stream.of(Evidence.of(Kind.BIRTH, 12, "the date of birth that was heard"));
            case NEAR -> Stream.of(Evidence.of(Kind.BIRTH, 4, "the date of birth that was heard, but for a digit"));
            case OTHER -> Stream.of(Evidence.doubtful(Kind.BIRTH, -12, "another date of birth was heard"));
            case NOTHING -> Stream.empty();
        };
    }

    private static Stream<Evidence> postcode(Heard heard, Person known) {
        var postcode = known.address().postcode();
        if (postcode == null || postcode.isBlank() || heard.postcodes().isEmpty()) {
            return Stream.empty();
        }
        var letters = SpokenLetters.of(postcode);
        var likeness = heard.postcodes().stream()
                .mapToDouble(attempt -> SpokenLetters.likeness(SpokenLetters.of(attempt), letters))
                .max()
                .orElse(0);
        if (likeness >= 1) {
            return Stream.of(Evidence.of(Kind.POSTCODE, 7, "the postcode that was heard"));
        } else if (likeness >= SAME) {
            return Stream.of(Evidence.of(Kind.POSTCODE, 6, "what sounds like the postcode"));
        }
        if (likeness >= ALIKE) {
            return Stream.of(Evidence.of(Kind.POSTCODE, 4, "what may be the postcode"));
        }
        // What was not understood speaks neither for nor against.
        return likeness < UNLIKE
                ? Stream.of(Evidence.of(Kind.POSTCODE, -1, "another postcode was heard"))
                : Stream.empty();
    }

    private static Stream<Evidence> name(Heard heard, Person known) {
        var name = PersonName.of(known.name());
        if (name.isUnknown() || heard.names().isEmpty()) {
            return Stream.empty();
        }
        var whole = heard.names().stream()
                .mapToDouble(attempt -> SpokenLetters.likeness(SpokenLetters.of(bounded(attempt)), name.joined()))
                .max()
                .orElse(0);
        var parts = name.parts().stream()
                .mapToDouble(part -> heard.names().stream()
                        .mapToDouble(attempt -> best(part, attempt))
                        .max()
                        .orElse(0))
                .toArray();
        return of(whole, parts);
    }

    private static Stream<Evidence> of(double whole, double[] parts) {
        var worst = Arrays.stream(parts).min().orElse(0);
        var best = Arrays.stream(parts).max().orElse(0);
        if (Math.max(whole, worst) >= SAME) {
            return Stream.of(Evidence.of(Kind.NAME, 8, "the name that was heard"));
        } else if (Math.max(whole, Arrays.stream(parts).average().orElse(0)) >= ALIKE && worst >= UNLIKE) {
            return Stream.of(Evidence.of(Kind.NAME, 5, "what sounds like the name"));
        } else if (best >= SAME && worst < UNLIKE) {
            return Stream.of(Evidence.of(Kind.NAME, -5, "one name was heard and another that contradicts"));
        }
        return best < UNLIKE ? Stream.of(Evidence.of(Kind.NAME, -6, "another name was heard")) : Stream.empty();
    }

    /** The likeness of the word, or of two words written together, that comes nearest to the part. */
    private static double best(String part, String attempt) {
        var words = List.of(Letters.plain(bounded(attempt)).split("[^\\p{L}\\p{N}]+"));
        var best = 0.0;
        for (int i = 0; i < words.size(); i++) {
            best = Math.max(best, SpokenLetters.likeness(words.get(i), part));
            if (i > 0) {
                best = Math.max(best, SpokenLetters.likeness(words.get(i - 1) + words.get(i), part));
            }
        }
        return best;
    }

    private static String bounded(String attempt) {
        return attempt.substring(0, Math.min(attempt.length(), LONGEST));
    }
}
