package io.carryon.gateway.messenger;

/** What an update says. */
public sealed interface Reading {

    /** A customer wrote. */
    record Said(IncomingMessage message) implements Reading {}

    /**
     * Something became of a message of ours.
     *
     * @param reason why it failed, or null
     */
    record Delivery(String providerId, State state, String reason) implements Reading {}

    /** To be told something by us. {@code once}: only now and then, however often they write. */
    record Hint(String address, String text, boolean once) implements Reading {}

    /** Nothing that concerns anybody here. */
    record Nothing() implements Reading {}

    /** What becomes of a message, each state further on than those before it. */
    enum State {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }
}
