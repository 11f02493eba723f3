package io.carryon.profile.card;

import io.carryon.profile.history.Attempt;
import io.carryon.profile.identity.PastContact;
import java.time.Instant;
import java.util.Optional;

/**
 * The contact a card is for.
 *
 * @param contact in a line, about the issue it was recognized to be about
 * @param language BCP 47, when the channel said it, or null
 * @param attempt what the customer went through and gave before it, if anything
 */
public record Arrival(PastContact contact, String language, Optional<Attempt> attempt) {

    /** When it was received, which is when its card is frozen. */
    public Instant at() {
        return contact.at();
    }
}
