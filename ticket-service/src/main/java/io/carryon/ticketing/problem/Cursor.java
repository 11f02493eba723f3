package io.carryon.ticketing.problem;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** An opaque mark in a list, good only for the query it came from. */
public final class Cursor {

    private static final String SEPARATOR = " ";

    private Cursor() {}

    /** The cursor after the item with these sort keys, which hold no blanks. */
    public static String of(String query, String... keys) {
        var plain = check(query) + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The sort keys in a cursor of this query; 400 for any other text. */
    public static List<String> keys(String cursor, String query, int count) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == count + 1 && parts.getFirst().equals(check(query))) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        throw wrong();
    }

    /** The one number in a cursor of this query. */
    public static int number(String cursor, String query) {
        try {
            return Integer.parseInt(keys(cursor, query, 1).getFirst());
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    /** A point in time among a cursor's sort keys, of a time that can be stored. */
    public static Instant instant(String key) {
        try {
            return Times.storable(Instant.parse(key)).orElseThrow(Cursor::wrong);
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    /** A UUID among a cursor's sort keys. */
    public static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    /** The answer to a cursor that is none, or of another query. */
    public static ProblemException wrong() {
        return ProblemException.invalid(
                "cursor", "is not a cursor of this query; leave it out to begin with the first page");
    }

    private static String check(String query) {
        var crc = new CRC32();
        crc.update(query.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
