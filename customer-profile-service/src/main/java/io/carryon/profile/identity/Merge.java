package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * That a customer is the same as another, as somebody decided.
 *
 * @param absorbed who is shown as {@code into} from then on, with all that had been merged into them
 * @param into the survivor of that time
 * @param by who decided, by name
 * @param reason in their words, at most 500 characters, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Merge(UUID absorbed, UUID into, UUID actId, Instant at, String by, String reason) {}
