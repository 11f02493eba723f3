package io.carryon.bench.history;

import java.util.UUID;

/**
 * Ids that follow from a number, so that who asks for what was loaded needs no list of it. They ascend with the number,
 * which is the order a tree is filled in fastest.
 */
public final class Ids {

    /** Version 7 and variant of RFC 9562 in an otherwise free id. */
    private static final long VERSION = 0x7000L;

    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static UUID customer(int number) {
        return id(1, number);
    }

    public static UUID contact(int number) {
        return id(2, number);
    }

    static UUID issue(int number) {
        return id(3, number);
    }

    static UUID ticket(int number) {
        return id(4, number);
    }

    static UUID reply(int number) {
        return id(5, number);
    }

    private static UUID id(int kind, int number) {
        return new UUID(((long) number << 16) | VERSION | kind, VARIANT | Integer.reverse(number));
    }
}
