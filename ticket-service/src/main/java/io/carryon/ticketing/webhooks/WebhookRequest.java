package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as it shall be. */
@Schema(name = "WebhookSetting")
public record WebhookRequest(
        @NotBlank
        @Size(max = 500)
        @Schema(
                description = "https, in no private network (unless the service is configured to allow it)",
                examples = "https://crm.example.org/hooks/carryon")
        String url,

        @Size(max = 200)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(examples = "The CRM")
        String description,

        @NotNull
        @Size(max = 100)
        @Schema(description = "Events it is told of; none means all", examples = "[\"ticket.opened\"]")
        List<@NotNull String> types,

        @Schema(description = "false switches it off; left out, it is told", examples = "true")
        Boolean enabled) {

    boolean isEnabled() {
        return enabled == null || enabled;
    }

    /** The address; 400 for one that may not be. */
    URI address(boolean privateNetworks) {
        try {
            return Destination.parse(url, privateNetworks);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/url", e.getMessage());
        }
    }

    /** The names of events; 400 for one there is not. */
    List<String> knownTypes() {
        for (var at = 0; at < types.size(); at++) {
            if (EventName.parse(types.get(at)).isEmpty()) {
                throw ProblemException.invalid("/types/" + at, "must be one of " + EventName.all());
            }
        }
        return types.stream().distinct().toList();
    }
}
