package io.carryon.gateway.widget;

import io.carryon.gateway.chat.status.ChatStatus;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.guard.Challenge;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the widget of a site shows, and what it has to solve to open a chat. */
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

        Challenge challenge) {}
