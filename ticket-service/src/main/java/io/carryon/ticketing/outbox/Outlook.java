package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the customer of an open ticket can expect.
 *
 * @param nextStep what comes next, in words for the customer
 * @param nextStepCode what the words say, for who has other words for it
 * @param nextUpdateBy by when the customer hears from us
 * @param promised whether staff said so; else it follows from the policy that holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Outlook")
public record Outlook(
        @Schema(examples = "We have read your message and answer it.")
        String nextStep,

        @Schema(description = "What the words say, for who has other words for it: PROMISED are staff's own")
        Step nextStepCode,

        @Schema(description = "By when the customer hears from us; past when we are late")
        Instant nextUpdateBy,

        @Schema(description = "Whether staff said so; else it follows from the policy that holds")
        boolean promised) {

    /** What comes next. */
    @Schema(name = "NextStepCode")
    public enum Step {
        /** In staff's own words. */
        PROMISED("We get back to you."),
        FIRST_RESPONSE("We have your message and answer it."),
        NEXT_RESPONSE("We have your latest message and answer it."),
        RESOLUTION("We work on a solution."),
        WAITING_FOR_CUSTOMER("We go on as soon as we have your answer."),
        ON_HOLD("We wait for somebody else and go on then.");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** For customers, as long as staff say nothing else. */
        public String words() {
            return words;
        }
    }
}
