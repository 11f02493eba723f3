package io.carryon.profile.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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

    /** Whatever a language calls it ("ext. 12", "Durchwahl 12", "wewn. 12", "x12"): a word after the digits. */
    private static final Pattern EXTENSION =
            Pattern.compile("^(.*\\d.*?)(?:;ext=|[\\s,;]*(?:#|\\p{L}[\\p{L}.]{0,14})\\s*[:=]?\\s*)(\\d{1,6})$");

    private static final int FEWEST_DIGITS_BEFORE_EXTENSION = 6;
    private static final int FEWEST_DIGITS_OF_BARE_INTERNATIONAL = 11;

    /** What switches send for a withheld number; the digits spell ANONYMOUS, RESTRICTED, UNAVAILABLE, ANON. */
    private static final Set<String> WITHHELD_DIGITS =
            Set.of("266696687", "7378742833", "86282452253", "2666", "123456789", "1234567890", "0123456789");

    /** A form's "0000" or "9999999" is nobody's number; shorter ones such as 112 may be services. */
    private static final Pattern ALL_THE_SAME = Pattern.compile("0+|(\\d)\\1{5,}");

    private final NormalizationConfig config;

    public PhoneNumbers(NormalizationConfig config) {
        this.config = config;
    }

    /** Whether the caller's number is kept from us: nothing that could be dialled, or a code that says so. */
    public boolean isWithheld(String spelling) {
        var user = Texts.cut(spelling, LONGEST_SPELLING).replaceAll("@.*", "");
        var digits = user.replaceAll("\\D", "");
        return !ANY_DIGIT.matcher(user).find()
                || WITHHELD_DIGITS.contains(digits)
                || ALL_THE_SAME.matcher(digits).matches();
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
        return (isBare(cleaned, country) ? first(readings.stream(), PhoneNumbers::isMobile) : Optional.<String>empty())
                .or(() -> first(readings.stream(), LIBRARY::isValidNumber))
                .or(() -> first(readings.stream(), PhoneNumbers::isComplete));
    }

    /** Where a switchboard puts the call through to, at most six digits, when the spelling says so. */
    public Optional<String> extension(String spelling) {
        return spelling.length() > LONGEST_SPELLING
                ? Optional.empty()
                : withExtension(spelling.strip()).map(found -> found.group(2));
    }

    /** Whether a number in E.164 is a mobile one, which one person carries, or may be one in its country's plan. */
    public boolean isPersonal(String e164) {
        return reading(e164, null)
                .map(LIBRARY::getNumberType)
                .filter(type -> type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE)
                .isPresent();
    }

    private static Optional<Matcher> withExtension(String spelling) {
        return Optional.of(EXTENSION.matcher(spelling))
                .filter(Matcher::matches)
                .filter(found ->
                        PhoneNumberUtil.normalizeDigitsOnly(found.group(1)).length() >= FEWEST_DIGITS_BEFORE_EXTENSION);
    }

    private static boolean isMobile(PhoneNumber number) {
        return LIBRARY.isValidNumber(number) && LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
    }

    /**
     * Whether the spelling is as long as an international number and has neither a plus nor a trunk prefix, as
     * messengers send them. Read as national it may be valid too, then as a landline: nobody leaves the prefix out there.
     */
    private static boolean isBare(String number, String region) {
        var digits = PhoneNumberUtil.normalizeDigitsOnly(number);
        var trunk = LIBRARY.getNddPrefixForRegion(region, true);
        return digits.length() >= FEWEST_DIGITS_OF_BARE_INTERNATIONAL
                && !number.startsWith("+")
                && !digits.startsWith("0")
                && (trunk == null || trunk.isEmpty() || !digits.startsWith(trunk));
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
        var dialled = user < 0 ? number : number.substring(0, user);
        return withExtension(dialled).map(found -> found.group(1)).orElse(dialled);
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
