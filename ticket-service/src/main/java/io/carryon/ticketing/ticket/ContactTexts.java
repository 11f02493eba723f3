package io.carryon.ticketing.ticket;

import java.util.Collection;
import java.util.UUID;

/** A part that keeps words of customers by their contacts. */
@FunctionalInterface
public interface ContactTexts {

    /** The contacts' customer was erased: what could name or describe them goes, in the caller's transaction. */
    void erase(Collection<UUID> contactIds);
}
