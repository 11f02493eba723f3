package io.carryon.ticketing.ticket;

/** Who did something: a member of staff, the customer, or the system itself. */
public record Actor(Kind kind, String id, String name) {

    /** The kinds of actors. */
    public enum Kind {
        STAFF,
        CUSTOMER,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null);

    public static Actor staff(String id, String name) {
        return new Actor(Kind.STAFF, id, name);
    }

    public static Actor customer(String id, String name) {
        return new Actor(Kind.CUSTOMER, id, name);
    }
}
