package io.carryon.profile.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What a name on a contact (a message id, a ticket number) points to. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reference(UUID issueId, UUID customerId) {}
