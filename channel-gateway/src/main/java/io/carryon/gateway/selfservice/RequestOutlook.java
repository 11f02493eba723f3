package io.carryon.gateway.selfservice;

import java.time.Instant;

/**
 * What the customer can expect of an open request.
 *
 * @param nextStep in the words of staff or of the policy
 * @param code what the words say, for who has other words for it; PROMISED are staff's own
 * @param nextUpdateBy by when the customer hears from us; past when we are late
 * @param promised whether staff said so themselves
 */
public record RequestOutlook(String nextStep, String code, Instant nextUpdateBy, boolean promised) {

    /** Staff's own words, which no translation replaces. */
    public static final String PROMISED = "PROMISED";
}
