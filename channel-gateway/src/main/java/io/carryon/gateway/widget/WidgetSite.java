package io.carryon.gateway.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.chat.status.ChatStatus;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.guard.Challenge;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the widget of a site shows, and what it has to solve to open a chat. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WidgetSite")
public record WidgetSite(
        @Schema(examples = "Shop support") String title,
        @Schema(examples = "#1f5fd0") String color,

        @Schema(examples = "[\"en\",\"de\"]") List<String> languages,
        ContactUs contactUs,

        @Schema(description = "Whether somebody is there now")
        ChatStatus.Agents agents,

        @Schema(description = "Whether the customer can be called back in the days ahead")
        boolean callbacks,

        @Schema(description = "Whether there are articles to search in the visitor's language, or the site's first")
        boolean articles,

        @Schema(
                examples = "https://www.example.com/help/articles/{id}",
                description = "Where an article is on a page of its own; absent when it is on none")
        String articlePage,

        @Schema(description = "What the visitor can choose that the chat is about; empty when nothing is asked")
        List<Topic> topics,

        Challenge challenge) {

    /** A thing a chat can be about. */
    @Schema(name = "WidgetTopic")
    public record Topic(
            @Schema(examples = "billing", description = "What the chat is opened with")
            String name,

            @Schema(examples = "Invoices and payment") String label) {}
}
