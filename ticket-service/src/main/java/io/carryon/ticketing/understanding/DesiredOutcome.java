package io.carryon.ticketing.understanding;

/** What the customer wants to come of it; who complains may only want to be heard. */
public enum DesiredOutcome {
    TO_BE_HEARD,
    INFORMATION,
    REPAIR,
    REFUND,
    FORMAL_COMPLAINT
}
