package io.carryon.ticketing.conversation;

/**
 * What the customer of a ticket presented first.
 *
 * @param text the beginning of what they said, at most 4000 characters
 * @param language BCP 47, as known when they were last in touch, or null
 * @param answered whether staff have replied since
 */
public record Presented(String text, String language, boolean answered) {}
