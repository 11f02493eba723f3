package io.carryon.gateway.privacy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of which contacts to tell what is held. */
@Schema(name = "PrivacyContactsForm", additionalProperties = Schema.False.class)
public record ContactsForm(
        @NotEmpty @Size(max = 500) @Schema(examples = "[\"3c5fd4a2-7a6b-8e0f-9d10-2b1c4f5a6e77\"]")
        List<@NotNull UUID> contactIds) {}
