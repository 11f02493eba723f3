package io.carryon.profile.history;

import java.util.UUID;

/** What a name on a contact (a message id, a ticket number) points to. */
public record Reference(UUID issueId, UUID customerId) {}
