package io.carryon.gateway.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to reach a person from here. */
@Schema(description = "How to reach a person; what is not offered is left out.")
public record ContactUs(Human human) {

    /** The ways to a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Human(
            @Schema(examples = "Reply here at any time: a person reads every message.")
            String text,

            @Schema(examples = "+49 30 5550100") String phone,

            @Schema(examples = "https://www.example.com/support/chat")
            String chat,

            @Schema(examples = "support@example.com") String email) {}

    public static ContactUs of(HumanConfig config) {
        return new ContactUs(new Human(
                config.sentence(),
                config.phone().orElse(null),
                config.chat().orElse(null),
                config.email().orElse(null)));
    }
}
