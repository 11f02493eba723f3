package io.carryon.gateway.email.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A letter's text as HTML that says the same: paragraphs, quotes, and links that can be followed. */
final class LetterHtml {

    /** An address of the web or of mail, without what ends the sentence it stands in. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}(?<![.,;:!?)\\]}'»”])"
            + "|[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+)+");

    private static final int DEEPEST_QUOTE = 8;
    private static final String QUOTE =
            "<blockquote style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">";

    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private int depth;

    private LetterHtml() {}

    /** {@code text} has line feeds; {@code language} is BCP 47 or null. */
    static String of(String text, String language) {
        var letter = new LetterHtml();
        letter.html
                .append("<!DOCTYPE html>\n<html")
                .append(language == null ? "" : " lang=\"" + escaped(language) + "\"")
                .append("><head><meta charset=\"utf-8\"></head><body dir=\"auto\">\n");
        text.lines().forEach(letter::line);
        letter.to(0);
        return letter.html.append("</body></html>\n").toString();
    }

    private void line(String line) {
        var quotes = 0;
        var rest = line;
        while (rest.startsWith(">") && quotes < DEEPEST_QUOTE) {
            quotes++;
            rest = rest.substring(rest.startsWith("> ") ? 2 : 1);
        }
        if (quotes != depth) {
            to(quotes);
        }
        if (rest.isBlank()) {
            endParagraph();
        } else {
            paragraph.add(rest);
        }
    }

    private void to(int quotes) {
        endParagraph();
        for (; depth < quotes; depth++) {
            html.append(QUOTE).append('\n');
        }
        for (; depth > quotes; depth--) {
            html.append("</blockquote>\n");
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            html.append("<p>")
                    .append(String.join(
                            "<br>\n", paragraph.stream().map(LetterHtml::linked).toList()))
                    .append("</p>\n");
            paragraph.clear();
        }
    }

    private static String linked(String line) {
        var shown = new StringBuilder();
        var from = 0;
        for (var link : LINK.matcher(line).results().toList()) {
            var to = link.group();
            shown.append(escaped(line.substring(from, link.start())))
                    .append("<a href=\"")
                    .append(escaped(to.startsWith("http") && to.contains("://") ? to : "mailto:" + to))
                    .append("\">")
                    .append(escaped(to))
                    .append("</a>");
            from = link.end();
        }
        return shown.append(escaped(line.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
