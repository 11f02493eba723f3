package io.carryon.gateway.selfservice;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a customer follows a request by: 80 random bits in Crockford's base 32, in groups of four to read out. */
public record Reference(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int SYMBOLS = 16;
    private static final int GROUP = 4;
    private static final Pattern BARE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{" + SYMBOLS + "}");

    public static Reference fresh() {
        var symbols = new StringBuilder();
        for (int i = 0; i < SYMBOLS; i++) {
            symbols.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return grouped(symbols.toString());
    }

    /** Reads what a person typed: any case, with or without separators, O for 0 and I or L for 1. */
    public static Optional<Reference> typed(String typed) {
        var bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return BARE.matcher(bare).matches() ? Optional.of(grouped(bare)) : Optional.empty();
    }

    private static Reference grouped(String bare) {
        return new Reference(bare.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
    }
}
