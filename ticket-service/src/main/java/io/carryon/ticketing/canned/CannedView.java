package io.carryon.ticketing.canned;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.workflow.StatusMove;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Templates and macros as staff read them. */
public final class CannedView {

    private CannedView() {}

    /** A template. */
    @Schema(name = "Template")
    public record OfTemplate(
            @Schema(examples = "invoice-corrected") String name,

            @Schema(examples = "Invoice corrected") String title,

            @Schema(examples = "{\"en\":\"Dear {{customer-name}}, the invoice is corrected: {{solution}}\"}")
            Map<String, String> texts,

            @Schema(description = "Counts the changes; the ETag", examples = "1")
            int revision) {

        static OfTemplate of(Shelf.Kept<ReplyTemplate> kept) {
            return new OfTemplate(
                    kept.name(), kept.content().title(), kept.content().texts(), kept.revision());
        }
    }

    /** All templates. */
    @Schema(name = "TemplateList")
    public record TemplateList(List<OfTemplate> items) {}

    /** A macro. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Macro")
    public record OfMacro(
            @Schema(examples = "invoice-solved") String name,

            @Schema(examples = "Invoice corrected, solved") String title,

            @Schema(examples = "invoice-corrected") String template,

            @Schema(examples = "[\"invoice\"]") List<String> addTags,
            @Schema(examples = "[\"new\"]") List<String> removeTags,
            Priority priority,
            StatusMove status,

            @Schema(description = "Counts the changes; the ETag", examples = "1")
            int revision) {

        static OfMacro of(Shelf.Kept<Macro> kept) {
            var macro = kept.content();
            return new OfMacro(
                    kept.name(),
                    macro.title(),
                    macro.template(),
                    macro.addTags(),
                    macro.removeTags(),
                    macro.priority(),
                    macro.status(),
                    kept.revision());
        }
    }

    /** All macros. */
    @Schema(name = "MacroList")
    public record MacroList(List<OfMacro> items) {}
}
