package io.carryon.gateway.email;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.Text;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns HTML into plain text that keeps lines, list items and, as {@code >}, quotes. */
final class HtmlText {

    private static final int INPUT_LIMIT = 5_000_000;
    /** Each tag becomes an object of some hundred bytes; newsletters have some thousand. */
    private static final int TAGS_LIMIT = 100_000;
    /** Within tags, where they part attributes: the parser looks through some hundred for each that it meets. */
    private static final int BLANKS_LIMIT = 300_000;
    /** Twice what a contact keeps, so that it still sees that something was cut. */
    private static final int OUTPUT_LIMIT = 2 * Contact.TEXT_LIMIT;

    private static final int QUOTES_SHOWN = 10;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "form",
            "center",
            "body");
    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template", "noscript");

    private HtmlText() {}

    static String of(String html) {
        var document = Jsoup.parse(html.substring(0, end(html)));
        document.select(String.join(",", SILENT)).remove();
        HtmlQuotes.mark(document);
        var writer = new Writer();
        document.body().traverse(writer);
        return writer.text();
    }

    /** Where it gets longer, or is made of more tags and attributes, than any mail of a person. */
    private static int end(String html) {
        var limit = Math.min(html.length(), INPUT_LIMIT);
        var tags = 0;
        var blanks = 0;
        var inTag = false;
        for (var at = 0; at < limit; at++) {
            var c = html.charAt(at);
            if (c == '<') {
                inTag = true;
                tags++;
            } else if (c == '>') {
                inTag = false;
            } else if (inTag && Character.isWhitespace(c)) {
                blanks++;
            }
            if (tags > TAGS_LIMIT || blanks > BLANKS_LIMIT) {
                return at;
            }
        }
        return limit;
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;
        private int preformatted;
        private boolean blankBefore = true;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                write(text.getWholeText());
            } else if (node instanceof Element element) {
                open(element.normalName());
            }
        }

        private void open(String name) {
            if (name.equals("br")) {
                endLine(true);
                return;
            }
            if (BLOCKS.contains(name)) {
                endLine(false);
            }
            switch (name) {
                case "blockquote" -> quotes++;
                case "pre" -> preformatted++;
                case "li" -> line.append("- ");
                case "p" -> blankLine();
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            var name = element.normalName();
            if (name.equals("td") || name.equals("th")) {
                line.append(' ');
            }
            if (!BLOCKS.contains(name)) {
                return;
            }
            endLine(false);
            switch (name) {
                case "blockquote" -> quotes--;
                case "pre" -> preformatted--;
                case "p" -> blankLine();
                default -> {}
            }
        }

        private void write(String text) {
            if (preformatted > 0) {
                for (var piece : text.split("\n", -1)) {
                    line.append(piece);
                    if (!text.endsWith(piece)) {
                        endLine(true);
                    }
                }
                return;
            }
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                var space = Character.isWhitespace(c) || c == '\u00A0';
                if (!space) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
        }

        private void blankLine() {
            if (!blankBefore && out.length() < OUTPUT_LIMIT) {
                out.append(mark().stripTrailing()).append('\n');
                blankBefore = true;
            }
        }

        private void endLine(boolean evenEmpty) {
            var text = preformatted > 0 ? line.toString() : line.toString().strip();
            line.setLength(0);
            if (text.isEmpty()) {
                if (evenEmpty) {
                    blankLine();
                }
                return;
            }
            if (out.length() < OUTPUT_LIMIT) {
                out.append(mark()).append(Text.cut(text, OUTPUT_LIMIT)).append('\n');
            }
            blankBefore = false;
        }

        private String mark() {
            return "> ".repeat(Math.min(quotes, QUOTES_SHOWN));
        }

        String text() {
            endLine(false);
            return out.toString().strip();
        }
    }
}
