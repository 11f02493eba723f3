package io.carryon.profile.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name taken apart.
 *
 * @param parts in plain letters, in the order they were written, without titles and particles
 * @param household whether it names several people or a family
 * @param generation {@code junior} or {@code senior} when it says so, else null
 */
record PersonName(List<String> parts, boolean household, String generation) {

    private static final int LONGEST = 200;
    private static final int MOST_PARTS = 8;
    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SEVERAL = Pattern.compile("[&+]|\\p{L}\\s*/\\s*\\p{L}");
    private static final Set<String> AND = Set.of("and", "und", "et", "y", "e", "i", "oraz", "si", "ir");
    private static final Set<String> FAMILY = Set.of(
            "family", "household", "fam", "familie", "eheleute", "famille", "familia", "rodzina", "panstwo", "seima");
    private static final Set<String> PARTICLES = Set.of(
            "de", "da", "do", "dos", "di", "du", "del", "della", "la", "le", "van", "von", "vom", "zu", "zum", "der",
            "den", "ter", "ten", "el", "al", "bin", "ibn");
    private static final Set<String> TITLES = Set.of(
            ("mr mrs ms miss dr prof herr frau hr fr mme mlle monsieur madame senor senora sra pani domnul doamna dl dna "
                            + "ponas ponia mgr inz ing dipl")
                    .split(" "));
    private static final Set<String> JUNIOR = Set.of("jr", "jun", "junior", "jnr", "fils", "hijo", "ii", "iii", "ml");
    private static final Set<String> SENIOR = Set.of("sr", "sen", "senior", "snr", "pere", "padre", "st");

    static final PersonName UNKNOWN = new PersonName(List.of(), false, null);

    static PersonName of(String written) {
        if (written == null || written.isBlank()) {
            return UNKNOWN;
        }
        var text = written.substring(0, Math.min(written.length(), LONGEST));
        var words = words(text);
        var household = SEVERAL.matcher(text).find() || words.stream().anyMatch(FAMILY::contains) || hasAnd(words);
        var generation = generation(words);
        var parts = words.stream()
                .filter(word -> !TITLES.contains(word))
                .filter(word -> !household || !(AND.contains(word) || FAMILY.contains(word)))
                .limit(MOST_PARTS)
                .collect(Collectors.toCollection(ArrayList::new));
        if (generation != null) {
            parts.removeIf(part -> JUNIOR.contains(part) || SENIOR.contains(part));
        }
        var names = parts.stream().filter(part -> !PARTICLES.contains(part)).toList();
        return new PersonName(names.isEmpty() ? List.copyOf(parts) : names, household, generation);
    }

    boolean isUnknown() {
        return parts.isEmpty();
    }

    /** All parts written together. */
    String joined() {
        return String.join("", parts);
    }

    private static List<String> words(String text) {
        return Arrays.stream(
                        BETWEEN.split(APOSTROPHES.matcher(Letters.plain(text)).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A single letter may be somebody's initial: it joins two names only with a surname behind the second. */
    private static boolean hasAnd(List<String> words) {
        return IntStream.range(1, words.size())
                .filter(i -> AND.contains(words.get(i)))
                .anyMatch(i -> words.size() - i > (words.get(i).length() == 1 ? 2 : 1));
    }

    /** Only behind a whole name: in front of it "Sr." is a title. */
    private static String generation(List<String> words) {
        if (words.size() < 3) {
            return null;
        }
        var last = words.getLast();
        return JUNIOR.contains(last) ? "junior" : SENIOR.contains(last) ? "senior" : null;
    }
}
