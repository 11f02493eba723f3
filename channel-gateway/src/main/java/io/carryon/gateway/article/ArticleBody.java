package io.carryon.gateway.article;

import io.carryon.gateway.contact.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What an article says, three ways.
 *
 * @param html without scripts, forms, pictures and styles
 * @param text of all of it, by lines
 * @param headings those within it
 */
record ArticleBody(String html, String text, String headings) {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "br",
                    "hr",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "small",
                    "sub",
                    "sup",
                    "kbd",
                    "a",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tr",
                    "td",
                    "th",
                    "dl",
                    "dt",
                    "dd")
            // The page's first heading is the article's title.
            .allowElements((element, attributes) -> "h2", "h1")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("colspan", "rowspan")
            .onElements("td", "th")
            .allowAttributes("start")
            .onElements("ol")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    /** Safe to show, whatever was sent. */
    static ArticleBody of(String sent) {
        var html = POLICY.sanitize(Text.clean(sent)).strip();
        var document = Jsoup.parseBodyFragment(html);
        return new ArticleBody(
                html,
                text(document.body()),
                String.join("\n", document.select("h2, h3, h4, h5, h6").eachText()));
    }

    private static String text(Element body) {
        var written = new StringBuilder();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode words) {
                        written.append(words.text());
                    } else if (isLine(node)) {
                        written.append('\n');
                    }
                },
                body);
        return written.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    private static boolean isLine(Node node) {
        return node instanceof Element element && (element.isBlock() || "br".equals(element.normalName()));
    }
}
