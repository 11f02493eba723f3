package io.carryon.profile.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail address taken apart.
 *
 * @param tag what stands behind a plus, or empty
 */
record Mailbox(String local, String tag, String domain) {

    private static final Pattern SEPARATORS = Pattern.compile("[._-]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");
    private static final int TELLING_LETTERS = 5;
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "net", "org");

    static Mailbox of(String address) {
        var at = address.lastIndexOf('@');
        var local = at < 0 ? address : address.substring(0, at);
        var plus = local.indexOf('+');
        return new Mailbox(
                plus > 0 ? local.substring(0, plus) : local,
                plus > 0 ? local.substring(plus + 1) : "",
                address.substring(at + 1));
    }

    boolean isPersonal() {
        var labels = domain.split("\\.");
        return MailboxWords.PERSONAL.contains(labels[0])
                && (labels.length == 2 || (labels.length == 3 && SECOND_LEVEL.contains(labels[1])));
    }

    /** Whether nobody in particular can be behind it. */
    boolean isNobodys() {
        var word = SEPARATORS
                .matcher(DIGITS.matcher(Letters.plain(local)).replaceAll(""))
                .replaceAll("");
        return MailboxWords.NOBODY.contains(word)
                || local.length() == 1
                || domain.endsWith("invalid")
                || domain.equals("localhost");
    }

    /** Whether it belongs to a function: one word that names it, or such a word beside none of a person's names. */
    boolean isRole(List<String> names) {
        var words = words();
        return words.size() == 1
                ? MailboxWords.ROLES.contains(words.getFirst())
                : words.stream().anyMatch(MailboxWords.ROLES::contains)
                        && words.stream().noneMatch(names::contains);
    }

    /** Whether the beginning of one of the person's names stands in the local part; of nobody known, two words do. */
    boolean bearsNameOf(PersonName person) {
        var letters = Letters.plain(local);
        return person.isUnknown()
                ? words().size() > 1
                : person.parts().stream()
                        .filter(part -> part.length() > 1)
                        .anyMatch(
                                part -> letters.contains(part.substring(0, Math.min(part.length(), TELLING_LETTERS))));
    }

    /** The one form of all spellings that reach the same mailbox. */
    String canonical() {
        if (GOOGLE.contains(domain)) {
            return local.replace(".", "") + "@gmail.com";
        }
        return (isPersonal() || tag.isEmpty() ? local : local + "+" + tag) + "@" + domain;
    }

    /** What is the same in addresses that may have been meant to be one. */
    String skeleton() {
        return local.replaceAll("[._-]", "");
    }

    private List<String> words() {
        return Arrays.stream(SEPARATORS.split(Letters.plain(local)))
                .map(word -> DIGITS.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
