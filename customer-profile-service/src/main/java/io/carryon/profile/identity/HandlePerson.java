package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * One of several people who use a handle.
 *
 * @param name as they gave it, or null for all who gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandlePerson(UUID customerId, String name) {}
