package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What stands before and after a letter's text, each null for nothing; {@code language} is ISO 639-1. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyFrame(String language, String opening, String closing) {}
