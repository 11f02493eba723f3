package io.carryon.bench.tickets;

import java.time.Instant;
import java.util.UUID;

/** Ids and numbers that follow from a ticket's place, so that what is there already is known without a list of it. */
final class TicketIds {

    /** Far behind what a service that starts with an empty database hands out. */
    private static final long FIRST_SERIAL = 50_000_000L;

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Of the check digit: Damm's table, row by row. */
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    private TicketIds() {}

    static UUID ticket(int place, Instant at) {
        return id(1, place, 0, at);
    }

    static UUID contact(int place, int turn, Instant at) {
        return id(2, place, turn, at);
    }

    static UUID entry(int place, int turn, Instant at) {
        return id(3, place, turn, at);
    }

    static UUID issue(int place, Instant at) {
        return id(4, place, 0, at);
    }

    static UUID customer(int number) {
        return id(5, number, 0, Instant.parse("2024-01-01T00:00:00Z"));
    }

    /** A valid ticket number. */
    static String number(int place) {
        var digits = Long.toString(FIRST_SERIAL + place);
        var interim = 0;
        for (var digit : digits.toCharArray()) {
            interim = DAMM[interim].charAt(digit - '0') - '0';
        }
        return digits + interim;
    }

    /** Version 7 of RFC 9562: what was made later is greater. */
    private static UUID id(int kind, int place, int turn, Instant at) {
        return new UUID(
                at.toEpochMilli() << 16 | VERSION | kind, VARIANT | (long) turn << 40 | Integer.toUnsignedLong(place));
    }
}
