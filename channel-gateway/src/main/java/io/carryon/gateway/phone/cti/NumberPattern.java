package io.carryon.gateway.phone.cti;

import io.carryon.gateway.phone.CallerNumber;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number, a beginning of numbers such as {@code +4930*}, or a word such as {@code anonymous}. */
public final class NumberPattern {

    private final Pattern form;

    private NumberPattern(Pattern form) {
        this.form = form;
    }

    /** Reads the operator's words; {@code +49}, {@code 0049} and {@code 49} are the same. */
    public static NumberPattern of(String text) {
        var parts = canonical(text.strip()).split("\\*", -1);
        return new NumberPattern(
                Pattern.compile(Stream.of(parts).map(Pattern::quote).collect(Collectors.joining(".*"))));
    }

    boolean fits(String number) {
        return number != null
                && form.matcher(canonical(CallerNumber.dialable(number).orElse(number.strip())))
                        .matches();
    }

    private static String canonical(String number) {
        var bare = number.toLowerCase(Locale.ROOT).replaceAll("[\\s()./-]", "");
        return bare.startsWith("+") ? bare.substring(1) : bare.startsWith("00") ? bare.substring(2) : bare;
    }
}
