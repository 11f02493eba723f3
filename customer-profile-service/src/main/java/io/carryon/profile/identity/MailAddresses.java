package io.carryon.profile.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses to one form: lower case, the domain in ASCII, nothing around them. */
final class MailAddresses {

    private static final int LONGEST_SPELLING = 1000;
    private static final int LONGEST = 320;
    private static final Pattern ANGLED = Pattern.compile("<([^<>]*)>[^<>]*$");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'<>\\[;,]+|[\\s\"'<>\\];,.]+$");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@<>,;]+@[^\\s\\p{Cntrl}@<>,;]+");

    private MailAddresses() {}

    static Optional<String> normal(String spelling) {
        var address = Normalizer.normalize(Texts.cut(spelling, LONGEST_SPELLING), Normalizer.Form.NFC)
                .replaceAll("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF]", "");
        var angled = ANGLED.matcher(address);
        if (angled.find()) {
            address = angled.group(1);
        }
        address = AROUND.matcher(COMMENT.matcher(address).replaceAll("")).replaceAll("");
        if (address.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            address = address.substring("mailto:".length()).replaceAll("\\?.*", "");
        }
        return ADDRESS.matcher(address).matches() ? lowerCase(address) : Optional.empty();
    }

    private static Optional<String> lowerCase(String address) {
        var at = address.lastIndexOf('@');
        try {
            var domain = IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            var normal = (address.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
            return normal.length() > LONGEST || domain.isEmpty() ? Optional.empty() : Optional.of(normal);
        } catch (IllegalArgumentException e) {
            // A label IDN refuses (too long, forbidden characters): kept raw by the caller.
            return Optional.empty();
        }
    }
}
