package io.carryon.ticketing.conversation;

import java.time.Instant;

/**
 * A way a reply can take to a contact point of the customer.
 *
 * @param verified whether the address is proven to be the customer's; one that is not is answered within the contact it
 *     came with
 * @param until when the channel stops taking freely written replies there, or null
 */
record ReplyWay(ReplyRoute route, boolean verified, Instant until) {

    String address() {
        return route.to().value();
    }

    boolean leadsTo(String value) {
        return address().equalsIgnoreCase(value.strip());
    }

    /** How a problem names it. */
    @Override
    public String toString() {
        return ReplyRoutes.wire(route.channel()) + " " + address();
    }
}
