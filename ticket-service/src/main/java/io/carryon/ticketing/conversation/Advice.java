package io.carryon.ticketing.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reply lacks, by a rule. */
@Schema(name = "Advice")
public record Advice(
        @Schema(
                description = "greeting, restatement, acknowledgement, next-step, placeholders, language",
                examples = "acknowledgement")
        String rule,

        @Schema(
                description = "What is missing, and what to do about it",
                examples = "Tell the customer that they were heard before you tell them the solution.")
        String detail) {}
