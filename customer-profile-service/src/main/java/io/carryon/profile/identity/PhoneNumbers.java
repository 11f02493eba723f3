package io.carryon.profile.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phone numbers as people and switches write them, to E.164. */
@ApplicationScoped
public class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int LONGEST_SPELLING = 120;
    private static final Pattern SCHEME = Pattern.compile("^(tel|sips?|callto):", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOST_PLUS = Pattern.compile("^ (?=[1-9])");
    private static final Pattern TRUNK_ZERO = Pattern.compile("^((?:\\+|00)[\\d\\s./-]*)\\(\\s*0\\s*\\)");
    private static final Pattern ANY_DIGIT = Pattern.compile("\\p{Nd}");

    /** What switches send for a withheld number; the digits spell ANONYMOUS, RESTRICTED, UNAVAILABLE, ANON. */
    private static final Set<String> WITHHELD_DIGITS =
            Set.of("266696687", "7378742833", "86282452253", "2666", "0", "00", "000", "0000000", "0000000000");

    private final NormalizationConfig config;

    public PhoneNumbers(NormalizationConfig config) {
        this.config = config;
    }

    /** Whether the caller's number is kept from us: nothing that could be dialled, or a code that says so. */
    public boolean isWithheld(String spelling) {
        var user = Texts.cut(spelling, LONGEST_SPELLING).replaceAll("@.*", "");
        return !ANY_DIGIT.matcher(user).find() || WITHHELD_DIGITS.contains(user.replaceAll("\\D", ""));
    }

    /** The number with its country code, or nothing when no reading of the spelling gives a possible number. */
    public Optional<String> e164(String spelling, String region) {
        if (spelling.length() > LONGEST_SPELLING) {
            return Optional.empty();
        }
        var country = region == null ? config.defaultRegion() : region.toUpperCase(Locale.ROOT);
        var cleaned = cleaned(spelling);
        var readings = (lacksItsPlus(cleaned, country)
                        ? Stream.of("+" + cleaned, cleaned)
                        : Stream.of(international(cleaned), cleaned, "+" + cleaned))
                .distinct()
                .flatMap(text -> reading(text, country).stream())
                .toList();
        return first(readings.stream(), LIBRARY::isValidNumber)
                .or(() -> first(readings.stream(), PhoneNumbers::isComplete));
    }

    private static Optional<String> first(Stream<PhoneNumber> readings, Predicate<PhoneNumber> accepted) {
        return readings.filter(accepted)
                .map(number -> LIBRARY.format(number, PhoneNumberFormat.E164))
                .findFirst();
    }

    /** Numbers that only a neighbour could dial, without an area code, are not complete. */
    private static boolean isComplete(PhoneNumber number) {
        return LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    private static String cleaned(String spelling) {
        var number = SCHEME.matcher(spelling).replaceFirst("");
        // A plus that came through a form unescaped is a space in front of the country code.
        number = LOST_PLUS.matcher(number).replaceFirst("+");
        number = TRUNK_ZERO.matcher(number.strip()).replaceFirst("$1");
        var user = number.indexOf('@');
        return user < 0 ? number : number.substring(0, user);
    }

    /** 00 is understood as the international prefix everywhere, whatever the region itself dials. */
    private static String international(String number) {
        return number.startsWith("00") ? "+" + number.substring(2) : number;
    }

    /**
     * Whether the spelling can be international only: where national numbers are written with a trunk prefix, one that
     * begins with the country's own code instead has lost its plus. Numbers of such a country may be so long that, read
     * as national, it would be valid as well.
     */
    private static boolean lacksItsPlus(String number, String region) {
        var trunk = LIBRARY.getNddPrefixForRegion(region, true);
        var digits = PhoneNumberUtil.normalizeDigitsOnly(number);
        return trunk != null
                && !trunk.isEmpty()
                && !number.startsWith("+")
                && !digits.startsWith(trunk)
                && digits.startsWith(Integer.toString(LIBRARY.getCountryCodeForRegion(region)));
    }

    private static Optional<PhoneNumber> reading(String text, String region) {
        try {
            return Optional.of(LIBRARY.parse(text, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
