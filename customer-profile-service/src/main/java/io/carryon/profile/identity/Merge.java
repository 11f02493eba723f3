package io.carryon.profile.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * That a customer is the same as another, as somebody decided.
 *
 * @param absorbed who is shown as {@code into} from then on, with all that had been merged into them
 * @param into the survivor of that time
 * @param actId the act that made it, which alone has the reason: a merge is kept in many places
 * @param by who decided, by name
 */
public record Merge(UUID absorbed, UUID into, UUID actId, Instant at, String by) {}
