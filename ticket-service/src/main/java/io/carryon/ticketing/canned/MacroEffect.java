package io.carryon.ticketing.canned;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.conversation.Advice;
import io.carryon.ticketing.ticket.Priority;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a macro does to a ticket; what it leaves as it is is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MacroEffect")
public record MacroEffect(
        Reply reply,
        Tags tags,
        Step<Priority> priority,

        @Schema(description = "By the codes of the statuses")
        Step<String> status,

        @Schema(description = "The ticket's, once it is applied", examples = "7")
        Integer revision) {

    /** What it says to the customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MacroReply")
    public record Reply(
            @Schema(description = "The entry, once it is sent")
            UUID entryId,

            @Schema(description = "ISO 639-1", examples = "en")
            String language,

            @Schema(examples = "Dear Maria Weber, the invoice is corrected.")
            String text,

            @Schema(description = "The places that are still to be filled in; with them it is not sent")
            List<String> placeholders,

            @Schema(description = "What the text lacks") List<Advice> advice) {}

    /** The ticket's tags. */
    @Schema(name = "MacroTags")
    public record Tags(List<String> before, List<String> after) {}

    /** From what to what. */
    @Schema(name = "MacroStep")
    public record Step<T>(T before, T after) {

        static <T> Step<T> of(T before, T after) {
            return before.equals(after) ? null : new Step<>(before, after);
        }
    }
}
