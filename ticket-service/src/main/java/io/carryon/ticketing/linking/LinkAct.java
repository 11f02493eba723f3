package io.carryon.ticketing.linking;

import io.carryon.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's word on which issue a contact is about. The word given last counts, whenever it is heard.
 *
 * @param id of the act, the same when it is told again; it decides between words given at one moment
 * @param customerId whose contact it is, null when only the contact itself knows
 * @param why what the contact's link is now, such as {@code AGENT_CONFIRMED}
 * @param at when the word was given
 */
public record LinkAct(
        String id,
        UUID contactId,
        UUID issueId,
        UUID customerId,
        String why,
        Actor by,
        Instant at,
        String correlation) {}
