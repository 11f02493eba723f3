package io.carryon.ticketing.conversation;

import java.util.List;
import java.util.UUID;

/** Knows as which customers somebody is known. */
@FunctionalInterface
public interface SamePerson {

    /** The customer and those who are merged with it now; asked in a transaction. */
    List<UUID> as(UUID customerId);
}
