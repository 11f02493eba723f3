package io.carryon.gateway.selfservice;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that was uploaded before, by its id. */
@Schema(name = "PortalFileRef", additionalProperties = Schema.False.class)
public record FileRef(
        @NotNull @Schema(examples = "1f0c9a52-3f0e-4c43-9a55-0f6c9f1e2d77")
        UUID id) {}
